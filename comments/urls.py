from django.urls import path

from articles import urls  # noqa: F401 - registers the path converters
from comments import feeds, views

app_name = "comments"
STORY = "<year:year>/<two:month>/<two:day>/<uslug:slug>/"
OWN = f"{STORY}comments/received/<str:token>/"
urlpatterns = [
    path("comments/feed/", feeds.CommentFeed(), name="feed"),
    path("comments/transparency/", views.transparency, name="transparency"),
    path("comments/mine/", views.ask, name="ask"),
    path("comments/mine/<str:token>/", views.mine, name="mine"),
    path("comments/confirm/<str:token>/", views.confirm, name="confirm"),
    path("comments/stop/<str:token>/", views.stop, name="stop"),
    path(f"{STORY}feed/", feeds.StoryCommentFeed(), name="story-feed"),
    path(f"{STORY}comments/", views.submit, name="submit"),
    path(OWN, views.received, name="received"),
    path(f"{OWN}edit/", views.edit, name="edit"),
    path(f"{OWN}withdraw/", views.withdraw, name="withdraw"),
    path(f"{OWN}appeal/", views.appeal, name="appeal"),
    path(f"{STORY}comments/reported/", views.reported, name="reported"),
    path(f"{STORY}comments/<int:pk>/", views.permalink, name="permalink"),
    path(f"{STORY}comments/<int:pk>/report/", views.report, name="report"),
]
