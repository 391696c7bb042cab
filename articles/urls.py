from django.urls import path

from articles.readers import article, corrections, home, recent

app_name = "articles"
urlpatterns = [
    path("", home, name="home"),
    path("recent/", recent, name="recent"),
    path("corrections/", corrections, name="corrections"),
    path("news/<str:slug>/", article, name="article"),
]
