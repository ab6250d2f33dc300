"""The Arabic stories of the demo, with their comments, a module for each section."""

from newsroom.demo.content.arabic import culture, economy, kuwait, opinion, region

STORIES = [*kuwait.STORIES, *region.STORIES, *economy.STORIES, *culture.STORIES, *opinion.STORIES]
