from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth.views import PasswordResetCompleteView, PasswordResetDoneView
from django.urls import include, path, re_path

from articles import sitemaps
from newsroom import accounts, health, views

urlpatterns = [
    # Under /admin/, the one place that cookies reach; before the admin's own, which answers every address there.
    path("admin/profile/", admin.site.admin_view(accounts.profile), name="profile"),
    path("admin/password_reset/", accounts.ForgottenPasswordView.as_view(), name="admin_password_reset"),
    path("admin/password_reset/done/", PasswordResetDoneView.as_view(), name="password_reset_done"),
    path("admin/reset/<uidb64>/<token>/", accounts.ChoosePasswordView.as_view(), name="password_reset_confirm"),
    path("admin/reset/done/", PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path("admin/r/<path:content_type_id>/<path:object_id>/", admin.site.admin_view(views.view_on_site)),
    path("admin/", admin.site.urls),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.file, name="sitemap-file"),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    # The names that articles.photos gives, and no other file of the storage.
    re_path(r"^media/(?P<path>photos/[0-9a-f]+/\w+\.(?:jpg|webp))$", views.media, name="media"),
    *i18n_patterns(
        path("", include("comments.urls")),
        path("", include("articles.urls")),
        prefix_default_language=False,
    ),
]
handler400 = "newsroom.views.bad_request"
handler404 = "newsroom.views.not_found"
handler500 = "newsroom.views.server_error"
