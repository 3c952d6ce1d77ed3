-- What other languages than English call a capital: {"ko": "서울"}.
alter table capital add column names jsonb not null default '{}';
update capital c set names = jsonb_build_object('ko', n.name)
from (values ('seoul', '서울'), ('brussels', '브뤼셀'), ('tokyo', '도쿄'), ('canberra', '캔버라'), ('new-delhi', '뉴델리')) n (slug, name)
where c.slug = n.slug;
