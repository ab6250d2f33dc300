from articles.models.article import BYLINES, NEWS_WINDOW, Article, ArticleAuthor, ArticlePhoto
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.models.history import Revision, StatusChange
from articles.models.photo import Photo
from articles.models.publication import Publication, SectionPlacement, StandingPage
from articles.models.search import SearchEntry
from articles.models.taxonomy import Author, Section, Tag

__all__ = [
    "BYLINES",
    "NEWS_WINDOW",
    "Article",
    "ArticleAuthor",
    "ArticlePhoto",
    "Author",
    "Correction",
    "Edition",
    "Photo",
    "Publication",
    "Revision",
    "SearchEntry",
    "Section",
    "SectionPlacement",
    "StandingPage",
    "StatusChange",
    "Tag",
]
