/** Words of invented reports, from which texts are put together. None of them is one of the planted words. */
export const englishWords = (
  'the works at valley furnace new line output of this year plan exceeded by percent workers engineers built ' +
  'second stage reservoir pumps opened in spring month after repair boilers cement kiln lime steel plates rolled ' +
  'shipped to port province county committee visited praised quality coal seam tunnel metres driven daily norm ' +
  'overfulfilled turbines station river dam completed test run began power grid supplied mill looms cloth dyed ' +
  'shoes factory modern equipment installed own design cast moulds gears tractors harvest fields fertiliser ' +
  'ammonia plant gas process catalyst mixed loaded railway wagons repaired depot north south east old'
).split(' ');

/** The same in Korean. */
export const koreanWords = (
  '공장 지배인 로동자 기술자 올해 계획 넘쳐 수행 생산 공정 현대화 건설 발전소 저수지 완공 시운전 시작 세멘트 강철 압연 ' +
  '직장 갱도 석탄 하루 기준 초과 달성 설비 보수 전동기 조립 시험 비료 암모니아 촉매 방직 천 생산량 신발 가공 철길 ' +
  '화차 수송 항구 도 군 위원회 현지 평가 품질 개선 자체 설계 주물 치차 뜨락또르 수확 포전 봄철 준비 새로운 제품 개발'
).split(' ');

/**
 * Words planted at even distances in documents that are searched: `found` to be found, `fresh` to be tagged everywhere,
 * `tagged` tagged as an enterprise everywhere, to be deleted.
 */
export const planted = {
  found: 'quartzlight',
  fresh: 'Sorimaru Kiln',
  tagged: 'Haneul Foundry',
} as const;
