"""The English stories of the demo, with their comments, a module for each section."""

from newsroom.demo.content.english import culture, economy, kuwait, lead, opinion, region

STORIES = [*lead.STORIES, *kuwait.STORIES, *region.STORIES, *economy.STORIES, *culture.STORIES, *opinion.STORIES]
