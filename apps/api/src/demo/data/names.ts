/** Names of invented people in one language: Latin spelling in the language's own order, then the native script if any. */
export interface DemoNames {
  /** BCP 47. */
  language: string;
  familyFirst: boolean;
  names: readonly string[];
}

const names = (language: string, list: string, familyFirst = false): DemoNames => ({
  language,
  familyFirst,
  names: list.split(',').map((name) => name.trim()),
});

/** Invented people by country, enough for the delegations and firms of the demo. */
export const demoNames: Readonly<Record<string, DemoNames>> = {
  KR: names(
    'ko',
    `Kim Haram 김하람, Lee Seoyeon 이서연, Park Jiho 박지호, Choi Yerin 최예린, Jung Dohyun 정도현, Kang Minseo 강민서,
     Cho Eunwoo 조은우, Yoon Haeun 윤하은, Jang Taeyang 장태양, Lim Soyul 임소율, Oh Jaehan 오재한, Shin Nayoung 신나영,
     Kwon Siwoo 권시우, Hwang Gaeun 황가은, Ahn Junseo 안준서, Song Dabin 송다빈, Ryu Hyeonu 류현우, Hong Sua 홍수아,
     Bae Geonho 배건호, Baek Yujin 백유진, Noh Seungmin 노승민, Moon Chaerim 문채림, Yang Woojin 양우진, Heo Bora 허보라,
     Nam Gyeong 남경, Shim Daeun 심다은, Ha Sungjun 하성준, Kwak Jimin 곽지민, Cha Eunseo 차은서, Joo Hyunbin 주현빈,
     Woo Areum 우아름, Min Sanghyeok 민상혁, Jin Sohee 진소희, Eom Taeho 엄태호, Won Jiyu 원지유, Chun Byeol 천별,
     Bang Seojun 방서준, Kong Hyerim 공혜림, Hyun Minho 현민호, Byun Yewon 변예원, Yeom Jihun 염지훈, Seok Garam 석가람,
     Seol Miru 설미루, Ma Donggeon 마동건, Gil Sarang 길사랑, Wi Jongmin 위종민, Pyo Nari 표나리, Myung Inho 명인호,
     Ki Doyeon 기도연, Ban Hyeok 반혁, Ok Jisoo 옥지수, Yook Sejin 육세진, In Haram 인하람, Je Suhyeon 제수현,
     Ku Boyoung 구보영, Sung Raon 성라온, Do Hayun 도하윤, So Kyumin 소규민, Tak Yebin 탁예빈, Gye Onyu 계온유`,
    true,
  ),
  JP: names(
    'ja',
    `Sato Haruka 佐藤 遥, Takahashi Ren 高橋 蓮, Watanabe Misaki 渡辺 美咲, Kobayashi Sota 小林 颯太, Kato Yui 加藤 結衣,
     Yoshida Daichi 吉田 大地, Yamaguchi Hina 山口 陽菜, Matsumoto Riku 松本 陸, Inoue Akari 井上 明里, Kimura Naoki 木村 直樹,
     Shimizu Mio 清水 澪, Hayashi Kaito 林 海斗, Saito Chihiro 斎藤 千尋, Morita Takumi 森田 匠, Ikeda Sakura 池田 さくら,
     Hashimoto Yuto 橋本 悠斗, Ishikawa Nagisa 石川 渚, Ogawa Hayate 小川 颯, Okada Shiori 岡田 栞, Fujita Kohei 藤田 航平,
     Goto Tsumugi 後藤 紬, Murakami Itsuki 村上 樹, Endo Kanon 遠藤 花音, Sakamoto Asahi 坂本 朝陽, Nishimura Koharu 西村 小春,
     Aoki Minato 青木 湊`,
    true,
  ),
  IN: names(
    'hi',
    `Ananya Kulkarni अनन्या कुलकर्णी, Vikram Deshpande विक्रम देशपांडे, Meera Iyer मीरा अय्यर, Rohan Bhatt रोहन भट्ट,
     Kavya Nair काव्या नायर, Aditya Joshi आदित्य जोशी, Ishita Menon इशिता मेनन, Karan Saxena करण सक्सेना,
     Nandini Rao नंदिनी राव, Siddharth Pillai सिद्धार्थ पिल्लई, Tara Chauhan तारा चौहान, Varun Malik वरुण मलिक,
     Lavanya Reddy लावण्या रेड्डी, Harsh Kelkar हर्ष केलकर, Pooja Sharma पूजा शर्मा, Nikhil Tiwari निखिल तिवारी,
     Shreya Ghosh श्रेया घोष, Manav Agarwal मानव अग्रवाल, Divya Pandey दिव्या पांडे, Yash Thakur यश ठाकुर,
     Ritu Bansal ऋतु बंसल, Gaurav Mishra गौरव मिश्र, Anjali Dutta अंजलि दत्ता, Tarun Sethi तरुण सेठी, Neha Kapoor नेहा कपूर`,
  ),
  AU: names(
    'en',
    `Harriet Lowe, Callum Whitaker, Matilda Frost, Angus Pembroke, Isla Hargreaves, Lachlan Mercer, Freya Donnelly,
     Jarrah Collins, Zoe Papadakis, Hamish Tran, Imogen Blake, Darcy Nguyen, Phoebe Sutherland, Kieran Walsh,
     Amelia Okafor, Ned Fairweather, Ruby Castellano, Toby Marchetti, Willa Ashdown, Declan Osborne`,
  ),
  BE: names(
    'nl',
    `Lotte Vermeulen, Bram Claessens, Élise Delvaux, Wout Lambrechts, Camille Servais, Jonas Wouters, Nele Goossens,
     Maxime Renard, Hanne Aerts, Arthur Baudoin, Fien Mertens, Simon Collard, Margaux Thys`,
  ),
  FR: names(
    'fr',
    `Claire Beaumont, Étienne Rousselot, Manon Gauthier, Julien Carpentier, Aurélie Fontanel, Bastien Lemaire,
     Noémie Chauvet, Olivier Marchand, Solène Perrin, Quentin Vasseur, Inès Delorme, Rémi Aubertin, Maud Cartier, Luc Berthelot`,
  ),
  DE: names(
    'de',
    `Katharina Vogel, Lukas Brandt, Friederike Hahn, Jonas Albrecht, Marlene Köster, Felix Winterberg, Svenja Petersen,
     Tobias Lindhorst, Annika Grothe, Moritz Feldmann, Theresa Baumgart, Jan Rademacher, Ilse Steinbach, Paul Wiedemann`,
  ),
  IT: names(
    'it',
    `Chiara Bellandi, Matteo Ferrante, Giulia Santoro, Davide Morelli, Elisa Colonna, Lorenzo Vitale, Marta Grimaldi,
     Andrea Salvemini, Sara Montanari`,
  ),
  NL: names(
    'nl',
    `Sanne Hoekstra, Pieter Vandijk, Femke Brouwer, Thijs Meijer, Anouk Postma, Ruben Kuipers, Maaike Dekker, Koen Visser, Iris Bosman`,
  ),
  SE: names(
    'sv',
    `Ingrid Sandell, Oskar Lindqvist, Elin Forsberg, Axel Nyström, Maja Ekholm, Viktor Hallberg, Saga Wikström,
     Gustav Åkerlund, Tove Sjögren, Johan Berglund, Emil Rosander, Linnea Bergdahl, Nils Hedman, Karin Östlund`,
  ),
  NO: names(
    'nb',
    `Astrid Haugland, Sindre Myklebust, Ragnhild Tveit, Eirik Solheim, Marte Lunde, Håkon Aasen, Silje Bakken, Jørgen Fjeld`,
  ),
  FI: names(
    'fi',
    `Aino Lehtonen, Ville Karjalainen, Helmi Saarinen, Eero Niskanen, Noora Rantanen, Otso Laaksonen, Sanni Heikkilä`,
  ),
  PL: names(
    'pl',
    `Zofia Mazur, Piotr Kaczmarek, Hanna Wójcik, Marek Sikora, Lena Zając, Tomasz Krawczyk, Alicja Wrona, Jakub Dudek`,
  ),
  GR: names(
    'el',
    `Eleni Makri Ελένη Μακρή, Nikos Andreou Νίκος Ανδρέου, Katerina Zografou Κατερίνα Ζωγράφου, Dimitris Lambrou Δημήτρης Λάμπρου,
     Ioanna Rallis Ιωάννα Ράλλης, Petros Kallias Πέτρος Καλλιάς, Danai Stefanou Δανάη Στεφάνου, Alexis Varda Αλέξης Βάρδα`,
  ),
  EE: names('et', `Liis Tamm, Rasmus Kask, Kertu Saar, Madis Rebane, Triin Oja, Hendrik Kivi`),
  BG: names(
    'bg',
    `Desislava Petkova Десислава Петкова, Kaloyan Hristov Калоян Христов, Raya Marinova Рая Маринова, Boyan Stoev Боян Стоев`,
  ),
  ES: names('es', `Lucía Robles, Íñigo Arana, Carmen Villalba, Álvaro Quintero, Nuria Salcedo`),
};

/** The officials of institutions, each with the country they come from. */
export const demoOfficials: Readonly<Record<string, string>> = {
  EU: `BE Hélène Marchal, DE Carsten Overbeck, PT Beatriz Nogueira, IE Niamh Gallagher, AT Leonhard Pichler, LT Ieva Balčiūnaitė,
    CZ Radek Pospíšil, DK Signe Mikkelsen, RO Andrada Munteanu, LU Pol Hoffmann, HR Petra Knežević, ES Gonzalo Ibáñez, SI Matej Zupan, FI Outi Vainio`,
  NATO: `NL Willem Terpstra, NO Kristin Oftedal, DE Renate Lohmeyer, PT Duarte Magalhães, LV Elīna Kalniņa, SK Tomáš Hudec,
    IT Raffaele Contini, FR Delphine Aumont, EE Kaarel Lepik, DK Mads Thorsen, BE Veerle Dewitte, PL Joanna Malik`,
};
