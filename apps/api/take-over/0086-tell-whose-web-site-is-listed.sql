-- The web site in the exhibitor list of the edition, or as the host added the firm; never one that a firm typed itself. It
-- stays empty for firms that are listed already, since what they typed cannot be told from what a list said.
alter table firm_in_edition add column listed_website text;
