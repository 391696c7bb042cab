from django.urls import path

from articles.views.article import article
from articles.views.corrections import corrections
from articles.views.home import home
from articles.views.recent import recent

app_name = "articles"
urlpatterns = [
    path("", home, name="home"),
    path("recent/", recent, name="recent"),
    path("corrections/", corrections, name="corrections"),
    path("news/<str:slug>/", article, name="article"),
]
