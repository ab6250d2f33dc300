"""What somebody does with all that is held about their address, by links that are mailed to it alone."""

from django.http import Http404


def ask(request):
    raise Http404


def mine(request, token):
    raise Http404


def confirm(request, token):
    raise Http404


def stop(request, token):
    raise Http404
