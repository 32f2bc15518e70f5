/** Names of outlets by the words that stand for them. A name is the same whatever the language of the text. */
interface Outlet {
  readonly name: string;
  /** Hosts of its sites, which stand in footers. */
  readonly hosts?: readonly string[];
  /** What it signs with, on a line of its own or in a dateline. */
  readonly signatures?: readonly string[];
  /** Words of its footer or byline that no other outlet has. */
  readonly marks?: readonly string[];
}

/** Every outlet known by its own words. */
export const outlets: readonly Outlet[] = [
  {
    name: 'The Pyongyang Times',
    hosts: ['pyongyangtimes.com.kp'],
    signatures: ['The Pyongyang Times', 'Pyongyang Times'],
  },
  {
    name: 'Rodong Sinmun',
    hosts: ['rodong.rep.kp'],
    signatures: ['Rodong Sinmun', '로동신문'],
    marks: ['Rodong News Team'],
  },
  { name: 'Minju Joson', hosts: ['minju.rep.kp'], signatures: ['Minju Joson', '민주조선'] },
  {
    name: 'Uriminzokkiri',
    hosts: ['uriminzokkiri.com'],
    signatures: ['Uriminzokkiri', '우리민족끼리'],
    marks: ['Korea Ryugilo Editorial Bureau'],
  },
  { name: 'Naenara', hosts: ['naenara.com.kp'], signatures: ['Naenara', '내나라'] },
  { name: 'DPRK Today', hosts: ['dprktoday.com'], signatures: ['DPRK Today', '조선의 오늘'] },
  { name: 'Voice of Korea', hosts: ['vok.rep.kp'], signatures: ['Voice of Korea', '조선의 소리'] },
  {
    name: 'KCNA',
    hosts: ['kcna.kp', 'kcna.co.jp'],
    signatures: ['KCNA', '조선중앙통신'],
    marks: ['KOREA NEWS SERVICE(KNS)'],
  },
  { name: 'Xinhua', hosts: ['xinhuanet.com', 'news.cn'], signatures: ['Xinhua', '新华社'] },
  { name: 'TASS', hosts: ['tass.com', 'tass.ru'], signatures: ['TASS', 'ТАСС'] },
];
