from django.urls import path, register_converter

from articles import converters, feeds, views

register_converter(converters.UnicodeSlugConverter, "uslug")
register_converter(converters.YearConverter, "year")
register_converter(converters.TwoDigitConverter, "two")

app_name = "articles"
urlpatterns = [
    path("", views.front, name="front"),
    path("search/", views.search, name="search"),
    path("corrections/", views.corrections, name="corrections"),
    path("section/<uslug:slug>/", views.section, name="section"),
    path("tag/<uslug:slug>/", views.tag, name="tag"),
    path("author/<uslug:slug>/", views.author, name="author"),
    path("page/<uslug:slug>/", views.page, name="page"),
    path("feed/", feeds.SiteFeed(), name="feed"),
    path("feed/atom/", feeds.SiteAtomFeed(), name="atom"),
    path("section/<uslug:slug>/feed/", feeds.SectionFeed(), name="section-feed"),
    path("section/<uslug:slug>/feed/atom/", feeds.SectionAtomFeed(), name="section-atom"),
    path("tag/<uslug:slug>/feed/", feeds.TagFeed(), name="tag-feed"),
    path("tag/<uslug:slug>/feed/atom/", feeds.TagAtomFeed(), name="tag-atom"),
    path("author/<uslug:slug>/feed/", feeds.AuthorFeed(), name="author-feed"),
    path("author/<uslug:slug>/feed/atom/", feeds.AuthorAtomFeed(), name="author-atom"),
    path("<year:year>/", views.archive, name="year"),
    path("<year:year>/<two:month>/", views.archive, name="month"),
    path("<year:year>/<two:month>/<two:day>/", views.archive, name="day"),
    path("<year:year>/<two:month>/<two:day>/<uslug:slug>/", views.detail, name="detail"),
]
