"""Every address of the admin, asked by every role: who gets which answer, and that a refusal changes nothing."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_tasks_db.models import DBTaskResult, get_date_max

from articles import furniture
from articles.admin import COMMENT_SETTINGS
from articles.models import Article, Correction, Photo, Publication, Section, SectionPlacement
from comments.models import Rule
from newsroom.groups import set_up_groups
from newsroom.models import User
from tests.factories import (
    make_author,
    make_comment,
    make_draft,
    make_page,
    make_photo,
    make_publication,
    make_section,
    make_story,
    make_tag,
    make_upload,
    make_user,
)

ROLES = ["anonymous", "reporter", "editor", "moderator", "administrator", "superuser"]
PASSWORD = "a long good password 7"
# What is asked (a POST with the name of its body, see `World.body`), then the answer for each role: a status, `login` for
# a redirect to the log-in page, and `+` where the database is another afterwards. A reporter who asks for the story of
# somebody else is sent to the index (302) as if there were none.
TABLE = """
# The site of the admin                                                                           anonymous reporter  editor    moderator admin.    superuser
GET                      -                                                                        login     200       200       200       200       200
POST                     -                                                                        login     200       200       200       200       200
GET                      login/                                                                   200       302       302       302       302       302
POST:sign-in             login/                                                                   302+      302+      302+      302+      302+      302+
GET                      logout/                                                                  302       405       405       405       405       405
POST                     logout/                                                                  302       200       200       200       200       200
GET                      password_change/                                                         login     200       200       200       200       200
POST:own-password        password_change/                                                         login     302+      302+      302+      302+      302+
GET                      password_change/done/                                                    login     200       200       200       200       200
POST                     password_change/done/                                                    login     405       405       405       405       405
GET                      autocomplete/?app_label=articles&model_name=article&field_name=tags      login     200       200       403       200       200
GET                      autocomplete/?app_label=articles&model_name=article&field_name=featured_photo login     200       200       403       200       200
GET                      autocomplete/?app_label=articles&model_name=article&field_name=translation_of login     200       200       200       200       200
GET                      autocomplete/?app_label=articles&model_name=author&field_name=user       login     403       403       403       200       200
GET                      autocomplete/?app_label=articles&model_name=publication&field_name=logo  login     200       200       403       200       200
POST                     autocomplete/?app_label=articles&model_name=author&field_name=user       login     405       405       405       405       405
GET                      jsi18n/                                                                  login     200       200       200       200       200
POST                     jsi18n/                                                                  login     405       405       405       405       405
GET                      r/{story_type}/{story}/                                                  login     404       302       302       302       302
GET                      r/{story_type}/{draft}/                                                  login     404       302       302       302       302
GET                      r/{user_type}/{root}/                                                    login     404       404       404       404       404
GET                      r/{story_type}/{own_draft}/                                              login     302       302       302       302       302
GET                      r/{section_type}/{section}/                                              login     302       302       404       302       302
GET                      r/x/1/                                                                   login     404       404       404       404       404
GET                      r/999999/1/                                                              login     404       404       404       404       404
POST                     r/{story_type}/{draft}/                                                  login     405       405       405       405       405
GET                      articles/                                                                login     200       200       200       200       200
GET                      comments/                                                                login     404       404       200       200       200
GET                      newsroom/                                                                login     404       404       404       200       200
GET                      django_tasks_database/                                                   login     404       404       404       404       200
POST                     newsroom/                                                                login     404       404       404       200       200
GET                      no/such/page/                                                            login     404       404       404       404       404
POST                     no/such/page/                                                            login     404       404       404       404       404

# Own account, forgotten passwords                                                                anonymous reporter  editor    moderator admin.    superuser
GET                      profile/                                                                 login     200       200       200       200       200
POST:profile             profile/                                                                 login     302+      302+      302+      302+      302+
GET                      password_reset/                                                          200       200       200       200       200       200
POST:address             password_reset/                                                          302       302       302       302       302       302
GET                      password_reset/done/                                                     200       200       200       200       200       200
POST                     password_reset/done/                                                     405       405       405       405       405       405
GET                      reset/{uid}/{token}/                                                     302       302       302       302       302       302
POST:new-password        reset/{uid}/{token}/                                                     302       302       302       302       302       302
POST:new-password        reset/{uid}/set-password/                                                200       200       200       200       200       200
GET                      reset/done/                                                              200       200       200       200       200       200
POST                     reset/done/                                                              405       405       405       405       405       405

# Stories                                                                                         anonymous reporter  editor    moderator admin.    superuser
GET                      articles/article/                                                        login     200       200       200       200       200
POST:delete:draft,own_draft articles/article/                                                        login     200       200       200       200       200
GET                      articles/article/add/                                                    login     200       200       403       200       200
GET                      articles/article/add/?_popup=1                                           login     200       200       403       200       200
POST:publish             articles/article/add/                                                    login     200       302+      403       302+      302+
POST:publish             articles/article/add/?_popup=1                                           login     200       200+      403       200+      200+
POST:review              articles/article/add/                                                    login     302+      302+      403       302+      302+
GET                      articles/article/{own_draft}/change/                                     login     200       200       200       200       200
POST:publish             articles/article/{own_draft}/change/                                     login     200       302+      403       302+      302+
POST:review              articles/article/{own_draft}/change/                                     login     302+      302+      403       302+      302+
GET                      articles/article/{own_draft}/preview/                                    login     200       200       200       200       200
GET                      articles/article/{own_draft}/history/                                    login     200       200       200       200       200
GET                      articles/article/{own_draft}/delete/                                     login     403       200       403       200       200
POST:yes                 articles/article/{own_draft}/delete/                                     login     403       302+      403       302+      302+
GET                      articles/article/{draft}/change/                                         login     302       200       200       200       200
POST:publish             articles/article/{draft}/change/                                         login     302       302+      403       302+      302+
POST:review              articles/article/{draft}/change/                                         login     302       302+      403       302+      302+
GET                      articles/article/{draft}/preview/                                        login     404       200       200       200       200
GET                      articles/article/{draft}/history/                                        login     302       200       200       200       200
GET                      articles/article/{draft}/delete/                                         login     403       200       403       200       200
POST:yes                 articles/article/{draft}/delete/                                         login     403       302+      403       302+      302+
GET                      articles/article/{story}/change/                                         login     302       200       200       200       200
POST:publish             articles/article/{story}/change/                                         login     302       302+      403       302+      302+
POST:review              articles/article/{story}/change/                                         login     302       200       403       200       200
GET                      articles/article/{story}/preview/                                        login     404       200       200       200       200
GET                      articles/article/{story}/history/                                        login     302       200       200       200       200
GET                      articles/article/{story}/delete/                                         login     403       403       403       403       403
POST:yes                 articles/article/{story}/delete/                                         login     403       403       403       403       403
POST:withdraw            articles/article/{story}/change/                                         login     302       302+      403       302+      302+
POST                     articles/article/{draft}/preview/                                        login     404       200       200       200       200
POST                     articles/article/{draft}/history/                                        login     302       200       200       200       200
GET                      articles/article/{draft}/                                                login     302       302       302       302       302
POST                     articles/article/{draft}/                                                login     302       302       302       302       302

# Photos                                                                                          anonymous reporter  editor    moderator admin.    superuser
GET                      articles/photo/                                                          login     200       200       403       200       200
POST:delete:unused       articles/photo/                                                          login     302       302+      403       302+      302+
GET                      articles/photo/add/                                                      login     200       200       403       200       200
POST:upload              articles/photo/add/                                                      login     302+      302+      403       302+      302+
GET                      articles/photo/{own_photo}/change/                                       login     200       200       403       200       200
POST:photo               articles/photo/{own_photo}/change/                                       login     302+      302+      403       302+      302+
GET                      articles/photo/{own_photo}/history/                                      login     200       200       403       200       200
GET                      articles/photo/{own_photo}/delete/                                       login     403       200       403       200       200
POST:yes                 articles/photo/{own_photo}/delete/                                       login     403       302+      403       302+      302+
GET                      articles/photo/{unused}/change/                                          login     200       200       403       200       200
POST:photo               articles/photo/{unused}/change/                                          login     403       302+      403       302+      302+
GET                      articles/photo/{unused}/history/                                         login     200       200       403       200       200
GET                      articles/photo/{unused}/delete/                                          login     403       200       403       200       200
POST:yes                 articles/photo/{unused}/delete/                                          login     403       302+      403       302+      302+
GET                      articles/photo/{shown}/change/                                           login     200       200       403       200       200
POST:photo               articles/photo/{shown}/change/                                           login     403       302+      403       302+      302+
GET                      articles/photo/{shown}/history/                                          login     200       200       403       200       200
GET                      articles/photo/{shown}/delete/                                           login     403       403       403       403       403
POST:yes                 articles/photo/{shown}/delete/                                           login     403       403       403       403       403
POST                     articles/photo/{own_photo}/history/                                      login     200       200       403       200       200
GET                      articles/photo/{own_photo}/                                              login     302       302       302       302       302
POST                     articles/photo/{own_photo}/                                              login     302       302       302       302       302
POST:delete:unused,shown articles/photo/                                                          login     302       200       403       200       200
GET                      articles/photo/library/                                                  login     200       200       403       200       200
POST                     articles/photo/library/                                                  login     405       405       405       405       405
GET                      articles/photo/upload/                                                   login     405       405       405       405       405
POST:upload              articles/photo/upload/                                                   login     201+      201+      403       201+      201+

# Sections                                                                                        anonymous reporter  editor    moderator admin.    superuser
GET                      articles/section/                                                        login     200       200       403       200       200
POST:delete:placed       articles/section/                                                        login     200       302+      403       302+      302+
GET                      articles/section/add/                                                    login     403       200       403       200       200
POST:name                articles/section/add/                                                    login     403       302+      403       302+      302+
GET                      articles/section/{section}/change/                                       login     200       200       403       200       200
POST:name                articles/section/{section}/change/                                       login     403       302+      403       302+      302+
GET                      articles/section/{section}/history/                                      login     200       200       403       200       200
GET                      articles/section/{placed}/delete/                                        login     403       200       403       200       200
POST:yes                 articles/section/{placed}/delete/                                        login     403       302+      403       302+      302+
POST                     articles/section/{section}/history/                                      login     200       200       403       200       200
GET                      articles/section/{section}/                                              login     302       302       302       302       302
POST                     articles/section/{section}/                                              login     302       302       302       302       302

# Tags                                                                                            anonymous reporter  editor    moderator admin.    superuser
GET                      articles/tag/                                                            login     200       200       403       200       200
POST:delete:tag          articles/tag/                                                            login     200       302+      403       302+      302+
GET                      articles/tag/add/                                                        login     403       200       403       200       200
GET                      articles/tag/add/?_popup=1                                               login     403       200       403       200       200
POST:name                articles/tag/add/                                                        login     403       302+      403       302+      302+
POST:name                articles/tag/add/?_popup=1                                               login     403       200+      403       200+      200+
GET                      articles/tag/{tag}/change/                                               login     200       200       403       200       200
POST:name                articles/tag/{tag}/change/                                               login     403       302+      403       302+      302+
GET                      articles/tag/{tag}/history/                                              login     200       200       403       200       200
GET                      articles/tag/{tag}/delete/                                               login     403       200       403       200       200
POST:yes                 articles/tag/{tag}/delete/                                               login     403       302+      403       302+      302+
POST                     articles/tag/{tag}/history/                                              login     200       200       403       200       200
GET                      articles/tag/{tag}/                                                      login     302       302       302       302       302
POST                     articles/tag/{tag}/                                                      login     302       302       302       302       302

# Authors                                                                                         anonymous reporter  editor    moderator admin.    superuser
GET                      articles/author/                                                         login     200       200       403       200       200
POST:delete:author       articles/author/                                                         login     200       302+      403       302+      302+
GET                      articles/author/add/                                                     login     403       200       403       200       200
POST:author              articles/author/add/                                                     login     403       302+      403       302+      302+
GET                      articles/author/{author}/change/                                         login     200       200       403       200       200
POST:author              articles/author/{author}/change/                                         login     403       302+      403       302+      302+
GET                      articles/author/{author}/history/                                        login     200       200       403       200       200
GET                      articles/author/{author}/delete/                                         login     403       200       403       200       200
POST:yes                 articles/author/{author}/delete/                                         login     403       302+      403       302+      302+
POST                     articles/author/{author}/history/                                        login     200       200       403       200       200
GET                      articles/author/{author}/                                                login     302       302       302       302       302
POST                     articles/author/{author}/                                                login     302       302       302       302       302

# Standing pages                                                                                  anonymous reporter  editor    moderator admin.    superuser
GET                      articles/standingpage/                                                   login     403       200       403       200       200
POST:delete:page         articles/standingpage/                                                   login     403       302+      403       302+      302+
GET                      articles/standingpage/add/                                               login     403       200       403       200       200
POST:page                articles/standingpage/add/                                               login     403       302+      403       302+      302+
GET                      articles/standingpage/{page}/change/                                     login     403       200       403       200       200
POST:page                articles/standingpage/{page}/change/                                     login     403       302+      403       302+      302+
GET                      articles/standingpage/{page}/history/                                    login     403       200       403       200       200
GET                      articles/standingpage/{page}/delete/                                     login     403       200       403       200       200
POST:yes                 articles/standingpage/{page}/delete/                                     login     403       302+      403       302+      302+
POST                     articles/standingpage/{page}/history/                                    login     403       200       403       200       200
GET                      articles/standingpage/{page}/                                            login     302       302       302       302       302
POST                     articles/standingpage/{page}/                                            login     302       302       302       302       302

# The publication                                                                                 anonymous reporter  editor    moderator admin.    superuser
GET                      articles/publication/                                                    login     403       200       200       200       200
POST:delete:publication  articles/publication/                                                    login     403       200       200       200       200
GET                      articles/publication/add/                                                login     403       403       403       403       403
POST:publication         articles/publication/add/                                                login     403       403       403       403       403
GET                      articles/publication/{publication}/change/                               login     403       200       200       200       200
POST:publication         articles/publication/{publication}/change/                               login     403       302+      302+      302+      302+
GET                      articles/publication/{publication}/history/                              login     403       200       200       200       200
GET                      articles/publication/{publication}/delete/                               login     403       403       403       403       403
POST:yes                 articles/publication/{publication}/delete/                               login     403       403       403       403       403
POST                     articles/publication/{publication}/history/                              login     403       200       200       200       200
GET                      articles/publication/{publication}/                                      login     302       302       302       302       302
POST                     articles/publication/{publication}/                                      login     302       302       302       302       302

# Comments                                                                                        anonymous reporter  editor    moderator admin.    superuser
GET                      comments/comment/                                                        login     403       403       200       200       200
POST:delete:comment      comments/comment/                                                        login     403       403       302       302       302
GET                      comments/comment/add/                                                    login     403       403       403       403       403
POST:approve             comments/comment/add/                                                    login     403       403       403       403       403
GET                      comments/comment/{comment}/change/                                       login     403       403       200       200       200
POST:approve             comments/comment/{comment}/change/                                       login     403       403       403       403       403
GET                      comments/comment/{comment}/history/                                      login     403       403       200       200       200
GET                      comments/comment/{comment}/delete/                                       login     403       403       403       403       403
POST:yes                 comments/comment/{comment}/delete/                                       login     403       403       403       403       403
POST                     comments/comment/{comment}/history/                                      login     403       403       200       200       200
GET                      comments/comment/{comment}/                                              login     302       302       302       302       302
POST                     comments/comment/{comment}/                                              login     302       302       302       302       302
POST:approve             comments/comment/                                                        login     403       403       302+      302+      302+
POST:rescreen            comments/comment/                                                        login     403       403       302+      302+      302+
POST                     comments/comment/{comment}/approve/                                      login     403       403       302+      302+      302+
POST                     comments/comment/{comment}/reject/                                       login     403       403       422       422       422
POST:reason              comments/comment/{comment}/reject/                                       login     403       403       302+      302+      302+
POST:words               comments/comment/{comment}/redact/                                       login     403       403       302+      302+      302+
POST                     comments/comment/{comment}/mark_spam/                                    login     403       403       302+      302+      302+
POST                     comments/comment/{comment}/reopen/                                       login     403       403       409       409       409
GET                      comments/comment/{comment}/approve/                                      login     405       405       405       405       405
POST                     comments/comment/{comment}/no-verb/                                      login     404       404       404       404       404
POST:reject              comments/comment/                                                        login     403       403       200       200       200
GET                      comments/comment/queue/                                                  login     403       403       200       200       200
POST:seen                comments/comment/queue/                                                  login     403       403       405       405       405
GET                      comments/comment/queue/groups/                                           login     403       403       200       200       200
POST:seen                comments/comment/queue/groups/                                           login     403       403       405       405       405
GET                      comments/comment/queue/batch/                                            login     403       403       405       405       405
POST:batch               comments/comment/queue/batch/                                            login     403       403       200       200       200
POST:confirmed           comments/comment/queue/batch/                                            login     403       403       303+      303+      303+
GET                      comments/comment/queue/approve/                                          login     403       403       405       405       405
POST:seen                comments/comment/queue/approve/                                          login     403       403       303+      303+      303+
POST:seen                comments/comment/queue/mark_spam/                                        login     403       403       303+      303+      303+
POST:seen                comments/comment/queue/reject/                                           login     403       403       303+      303+      303+
POST:seen                comments/comment/queue/answer/                                           login     403       403       303+      303+      303+
POST:seen                comments/comment/queue/redact/                                           login     403       403       303+      303+      303+
POST:seen                comments/comment/queue/undo/                                             login     403       403       303       303       303

# Screening rules
GET                      comments/rule/                                                           login     403       403       200       200       200
POST:delete:rule         comments/rule/                                                           login     403       403       302+      302+      302+
GET                      comments/rule/add/                                                       login     403       403       200       200       200
POST:rule                comments/rule/add/                                                       login     403       403       302+      302+      302+
POST:try-rule            comments/rule/add/                                                       login     403       403       200       200       200
POST:try-address         comments/rule/add/                                                       login     403       403       200       200       200
GET                      comments/rule/{rule}/change/                                             login     403       403       200       200       200
POST:rule                comments/rule/{rule}/change/                                             login     403       403       302+      302+      302+
POST:try-rule            comments/rule/{rule}/change/                                             login     403       403       200       200       200
GET                      comments/rule/{rule}/history/                                            login     403       403       200       200       200
POST                     comments/rule/{rule}/history/                                            login     403       403       200       200       200
GET                      comments/rule/{rule}/delete/                                             login     403       403       200       200       200
POST:yes                 comments/rule/{rule}/delete/                                             login     403       403       302+      302+      302+
GET                      comments/rule/{rule}/                                                    login     302       302       302       302       302
POST                     comments/rule/{rule}/                                                    login     302       302       302       302       302
GET                      comments/rule/run/                                                       login     403       403       200       200       200
POST                     comments/rule/run/                                                       login     403       403       302+      302+      302+

# The log of decisions                                                                            anonymous reporter  editor    moderator admin.    superuser
GET                      comments/decision/                                                       login     403       403       200       200       200
POST:delete:decision     comments/decision/                                                       login     403       403       200       200       200
GET                      comments/decision/add/                                                   login     403       403       403       403       403
POST:yes                 comments/decision/add/                                                   login     403       403       403       403       403
GET                      comments/decision/{decision}/change/                                     login     403       403       200       200       200
POST:decision            comments/decision/{decision}/change/                                     login     403       403       403       403       403
GET                      comments/decision/{decision}/history/                                    login     403       403       200       200       200
POST                     comments/decision/{decision}/history/                                    login     403       403       200       200       200
GET                      comments/decision/{decision}/delete/                                     login     403       403       403       403       403
POST:yes                 comments/decision/{decision}/delete/                                     login     403       403       403       403       403
GET                      comments/decision/{decision}/                                            login     302       302       302       302       302
POST                     comments/decision/{decision}/                                            login     302       302       302       302       302
GET                      comments/decision/export/                                                login     403       403       200       200       200
POST                     comments/decision/export/                                                login     403       403       405       405       405

# Accounts                                                                                        anonymous reporter  editor    moderator admin.    superuser
GET                      newsroom/user/                                                           login     403       403       403       200       200
POST:delete:colleague    newsroom/user/                                                           login     403       403       403       200       200
GET                      newsroom/user/add/                                                       login     403       403       403       200       200
GET                      newsroom/user/add/?_popup=1                                              login     403       403       403       200       200
POST:account             newsroom/user/add/                                                       login     403       403       403       302+      302+
POST:account             newsroom/user/add/?_popup=1                                              login     403       403       403       200+      200+
GET                      newsroom/user/{colleague}/change/                                        login     403       403       403       200       200
POST:account             newsroom/user/{colleague}/change/                                        login     403       403       403       302+      302+
GET                      newsroom/user/{colleague}/history/                                       login     403       403       403       200       200
GET                      newsroom/user/{colleague}/delete/                                        login     403       403       403       403       403
POST:yes                 newsroom/user/{colleague}/delete/                                        login     403       403       403       403       403
GET                      newsroom/user/{root}/change/                                             login     403       403       403       200       200
POST:account             newsroom/user/{root}/change/                                             login     403       403       403       403       302+
GET                      newsroom/user/{root}/history/                                            login     403       403       403       200       200
GET                      newsroom/user/{root}/delete/                                             login     403       403       403       403       403
POST:yes                 newsroom/user/{root}/delete/                                             login     403       403       403       403       403
GET                      newsroom/user/{me}/change/                                               login     403       403       403       200       200
POST:account             newsroom/user/{me}/change/                                               login     403       403       403       302+      302+
GET                      newsroom/user/{me}/history/                                              login     403       403       403       200       200
GET                      newsroom/user/{me}/delete/                                               login     403       403       403       403       403
POST:yes                 newsroom/user/{me}/delete/                                               login     403       403       403       403       403
POST                     newsroom/user/{colleague}/history/                                       login     403       403       403       200       200
GET                      newsroom/user/{colleague}/                                               login     302       302       302       302       302
POST                     newsroom/user/{colleague}/                                               login     302       302       302       302       302
GET                      newsroom/user/{colleague}/password/                                      login     403       403       403       200       200
POST:password            newsroom/user/{colleague}/password/                                      login     403       403       403       302+      302+
GET                      newsroom/user/{root}/password/                                           login     403       403       403       403       200
POST:password            newsroom/user/{root}/password/                                           login     403       403       403       403       302+
GET                      newsroom/user/{me}/password/                                             login     403       403       403       200       200
POST:password            newsroom/user/{me}/password/                                             login     403       403       403       302+      302+

# Background work                                                                                 anonymous reporter  editor    moderator admin.    superuser
GET                      django_tasks_database/dbtaskresult/                                      login     403       403       403       403       200
POST:delete:result       django_tasks_database/dbtaskresult/                                      login     403       403       403       403       200
GET                      django_tasks_database/dbtaskresult/add/                                  login     403       403       403       403       403
POST:yes                 django_tasks_database/dbtaskresult/add/                                  login     403       403       403       403       403
GET                      django_tasks_database/dbtaskresult/{result}/change/                      login     403       403       403       403       200
POST:yes                 django_tasks_database/dbtaskresult/{result}/change/                      login     403       403       403       403       403
GET                      django_tasks_database/dbtaskresult/{result}/history/                     login     403       403       403       403       200
GET                      django_tasks_database/dbtaskresult/{result}/delete/                      login     403       403       403       403       403
POST:yes                 django_tasks_database/dbtaskresult/{result}/delete/                      login     403       403       403       403       403
POST                     django_tasks_database/dbtaskresult/{result}/history/                     login     403       403       403       403       200
GET                      django_tasks_database/dbtaskresult/{result}/                             login     302       302       302       302       302
POST                     django_tasks_database/dbtaskresult/{result}/                             login     302       302       302       302       302
"""


class World:
    """A newsroom with something at every address; `{name}` in the table is the key of what stands under that name."""

    def __init__(self, role):
        set_up_groups()
        colleague = make_user("colleague", group="reporter", email="colleague@example.org")
        self.actor = None
        if role == "superuser":
            self.actor = make_user("actor", is_superuser=True)
        elif role != "anonymous":
            self.actor = make_user("actor", group=role)
        section, placed = make_section("Desk", slug="desk"), make_section("Unused", slug="unused")
        publication = make_publication(default_section=section)
        SectionPlacement.objects.create(publication=publication, section=placed)
        shown, unused = make_photo(), make_photo()
        story = make_story("Public", section=section, featured_photo=shown)
        draft = make_draft("Draft of a colleague", by=colleague)
        own_draft = make_draft("Own draft", by=self.actor or colleague)
        comment = make_comment(story)
        Correction.objects.create(article=story, text="The year is 2013.")
        own_photo = make_photo()
        Photo.objects.filter(pk=own_photo.pk).update(created_by=self.actor or colleague)
        result = DBTaskResult.objects.create(
            task_path="articles.tasks.make_renditions",
            backend_name="default",
            args_kwargs={"args": [], "kwargs": {}},
            run_after=get_date_max(),
        )
        # Newer than the comment, so that to run the rules again changes something.
        rule = Rule.objects.create(pattern="was there")
        self.rows = {
            "rule": rule,
            "section": section,
            "placed": placed,
            "tag": make_tag(slug="unused"),
            "author": make_author(slug="unused", user=colleague),
            "page": make_page(),
            "publication": publication,
            "shown": shown,
            "unused": unused,
            "own_photo": own_photo,
            "story": story,
            "draft": draft,
            "own_draft": own_draft,
            "comment": comment,
            "decision": make_comment(story, status="rejected").decisions.get(),
            "colleague": colleague,
            "root": make_user("root", is_superuser=True, email="root@example.org"),
            "me": self.actor or colleague,
            "result": result,
        }
        self.keys = {name: row.pk for name, row in self.rows.items()} | {
            "story_type": ContentType.objects.get_for_model(Article).pk,
            "section_type": ContentType.objects.get_for_model(Section).pk,
            "user_type": ContentType.objects.get_for_model(User).pk,
            "uid": urlsafe_base64_encode(force_bytes(colleague.pk)),
            "token": default_token_generator.make_token(colleague),
        }

    def body(self, name):
        """What a person sends who wants it done: complete, whether or not their form offers every field."""
        keys = self.keys
        group = Group.objects.get(name="administrator").pk
        story = {
            "headline": "Forged",
            "body": "<p>Forged.</p>",
            "language": "en",
            "kind": "news",
            "comments_open": "on",
            "section": keys["section"],
            "created_by": keys["me"],
            "corrections-TOTAL_FORMS": "1",
            "corrections-INITIAL_FORMS": "0",
            "corrections-0-kind": "correction",
            "corrections-0-text": "Forged",
            "corrections-0-corrected_at_0": "2026-01-01",
            "corrections-0-corrected_at_1": "10:00:00",
        }
        account = {
            "username": "forged",
            "email": "forged@example.org",
            "first_name": "Forged",
            "groups": [group],
            "is_active": "on",
            "is_staff": "on",
            "is_superuser": "on",
            "_invite": "1",
        }
        bodies = {
            "": {},
            "publish": story | {"status": "published"},
            "review": story | {"status": "in_review"},
            "withdraw": story | {"status": "withdrawn"},
            "yes": {"post": "yes"},
            "decision": {"to_status": "approved", "note": "Forged"},
            "approve": {"action": "approve", "_selected_action": [keys["comment"]], "index": "0"},
            "rescreen": {"action": "rescreen", "_selected_action": [keys["comment"]], "index": "0"},
            "rule": {"kind": "words", "pattern": "forged", "action": "flag"},
            "try-rule": {"kind": "words", "pattern": "forged", "action": "flag", "_try": "1"},
            "try-address": {"kind": "email", "pattern": "nobody@example.org", "action": "flag", "_try": "1"},
            "reject": {"action": "reject", "_selected_action": [keys["comment"]], "index": "0"},
            "reason": {"reason": "abuse"},
            "words": {"words": "day"},
            "seen": {"seen": f"{keys['comment']}:pending:1", "reason": "abuse", "text": "Forged", "words": "day"},
            "batch": {"verb": "approve", "all": "1"},
            "confirmed": {"verb": "approve", "seen": f"{keys['comment']}:pending:1", "confirmed": "1"},
            "name": {"name_en": "Forged", "slug": "forged"},
            "author": {"byline_en": "Forged", "bio_en": "Forged", "slug": "forged", "user": keys["me"]},
            "page": {"title": "Forged", "body": "<p>Forged.</p>", "slug": "forged", "language": "en"},
            "photo": {"alt_text": "A forged photo of a harbour", "focal_x": "1", "focal_y": "1"},
            "publication": {
                "name_en": "Forged",
                "publisher": "Forged",
                "contact_email": "forged@example.org",
                "stories_a_page": "7",
                "digits": "latin",
                "comments_closed": "on",
                "comments_reopen_at_0": "2990-01-01",
                "comments_reopen_at_1": "08:00:00",
                "comments_notice_en": "Forged",
                "comments_close_after_days": "3",
                "comments_a_minute": "9",
                "reports_to_hide": "5",
                "sectionplacement_set-TOTAL_FORMS": "1",
                "sectionplacement_set-INITIAL_FORMS": "0",
                "sectionplacement_set-0-section": keys["section"],
                "sectionplacement_set-0-position": "1",
            },
            "account": account,
            "password": {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"},
            "own-password": {"old_password": "secret", "new_password1": PASSWORD, "new_password2": PASSWORD},
            "new-password": {"new_password1": PASSWORD, "new_password2": PASSWORD},
            "sign-in": {"username": "colleague", "password": "secret", "next": "/admin/"},
            "profile": {**account, "last_name": "Forged", "language": "ar", "bio_en": "Forged"},
            "address": {"email": "colleague@example.org"},
        }
        if name.startswith("delete:"):
            selected = [self.keys[key] for key in name.removeprefix("delete:").split(",")]
            return {"action": "delete_selected", "_selected_action": selected, "post": "yes", "index": "0"}
        if name == "upload":
            return bodies["photo"] | {"file": make_upload()}
        return bodies[name]

    def dump(self):
        """Every row that matters, whatever the order."""
        left_out = {"sessions", "contenttypes"}
        models = [
            model for model in apps.get_models(include_auto_created=True) if model._meta.app_label not in left_out
        ]
        return {model._meta.label: sorted(map(repr, model.objects.values_list())) for model in models}


def rows_of_the_table():
    """(verb, path, body, {role: expected})"""
    for line in TABLE.strip().splitlines():
        if line.strip() and not line.startswith("#"):
            verb, path, *cells = line.split()
            verb, _colon, body = verb.partition(":")
            assert len(cells) == len(ROLES), line
            yield verb, path, body, dict(zip(ROLES, cells, strict=True))


def answer(client, world, verb, path, body, before):
    """`200`, `403` …; `login` for a redirect to the log-in page; with a `+` when a POST has changed the database."""
    address = "/admin/" + ("" if path == "-" else path.format(**world.keys))
    with transaction.atomic():
        if verb == "GET":
            response, changed = client.get(address), ""
        else:
            popup = {"_popup": "1"} if "_popup" in path else {}
            response = client.post(address, world.body(body) | popup)
            changed = "+" if world.dump() != before else ""
        transaction.set_rollback(True)
    furniture.forget()
    if response.status_code == 302 and response["Location"].startswith("/admin/login/"):
        return f"login{changed}"
    return f"{response.status_code}{changed}"


def client_for(world):
    client = Client(raise_request_exception=False)
    if world.actor:
        client.force_login(world.actor)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_every_role_gets_the_answers_of_the_table_and_a_refusal_changes_nothing(role, settings):
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    world = World(role)
    cookies = client_for(world).cookies
    before = world.dump()
    wrong = []
    for verb, path, body, expected in rows_of_the_table():
        client = Client(raise_request_exception=False)
        client.cookies = cookies.copy()
        got = answer(client, world, verb, path, body, before)
        if got != expected[role]:
            wrong.append(f"{verb}:{body} {path}: {got}, not {expected[role]}")
    assert not wrong


def addresses_of_the_admin():
    def walk(patterns, prefix=""):
        for pattern in patterns:
            route = prefix + str(pattern.pattern).removeprefix("^")
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, route)
            else:
                yield route

    return {route for route in walk(get_resolver().url_patterns) if route.startswith("admin/")}


@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_every_address_of_the_admin_stands_in_the_table(verb):
    told = set()
    for row_verb, path, _body, _expected in rows_of_the_table():
        if row_verb == verb:
            plain = "" if path == "-" else path.partition("?")[0]
            told.add(resolve("/admin/" + re.sub(r"{\w+}", "1", plain)).route)
    assert addresses_of_the_admin() - told == set()


@pytest.mark.django_db
def test_a_moderator_changes_the_comment_settings_of_the_publication_and_nothing_else_of_it():
    world = World("moderator")
    before = Publication.objects.values().get()
    address = f"/admin/articles/publication/{world.keys['publication']}/change/"
    client_for(world).post(address, world.body("publication"))
    after = Publication.objects.values().get()
    assert {name for name in after if after[name] != before[name]} == set(COMMENT_SETTINGS)
    assert SectionPlacement.objects.get().section == world.rows["placed"]


@pytest.mark.django_db
def test_a_reporter_writes_no_correction_and_no_other_name_into_a_story():
    world = World("reporter")
    client_for(world).post("/admin/articles/article/add/", world.body("review") | {"created_by": world.keys["root"]})
    story = Article.objects.get(headline="Forged")
    assert (story.status, story.created_by) == ("in_review", world.actor)
    assert not story.corrections.exists()
