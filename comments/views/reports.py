from django.http import Http404


def report(request, year, month, day, slug, pk):
    raise Http404
