from django.urls import path

from articles import urls  # noqa: F401 - registers the path converters
from comments import feeds, views

app_name = "comments"
STORY = "<year:year>/<two:month>/<two:day>/<uslug:slug>/"
urlpatterns = [
    path("comments/feed/", feeds.CommentFeed(), name="feed"),
    path("comments/transparency/", views.transparency, name="transparency"),
    path(f"{STORY}feed/", feeds.StoryCommentFeed(), name="story-feed"),
    path(f"{STORY}comments/", views.submit, name="submit"),
    path(f"{STORY}comments/received/<str:token>/", views.received, name="received"),
    path(f"{STORY}comments/<int:pk>/", views.permalink, name="permalink"),
]
