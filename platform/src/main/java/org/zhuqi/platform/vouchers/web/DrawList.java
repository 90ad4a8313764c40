package org.zhuqi.platform.vouchers.web;

import java.util.Map;
import java.util.UUID;
import org.zhuqi.platform.vouchers.ClaimAnswer;
import org.zhuqi.platform.web.listing.Listing;

/** The order of a drawn batch, for everybody: numbers of claims and how each ended, and no enterprise by name. */
final class DrawList {
  private DrawList() {}

  record Row(int place, UUID id, String hash, long amountFen, String outcome) {}

  static final Listing<Row> LISTING =
      Listing.of(
              "draw",
              Row.class,
              """
              select c.draw_place as place, c.claim_id as id, c.amount_fen, c.outcome,
                     left(encode(sha256(convert_to(b.draw_seed || ':' || c.claim_id, 'UTF8')), 'hex'), 16) as hash
                from claim c join batch b using (tenant, batch_id)
               where c.batch_id = :batch and c.draw_place is not null""")
          .title("抽签结果", "The draw")
          .number("place", "位次", "Place", Row::place)
          .code("id", "申领编号", "Claim", Row::id)
          .badge("outcome", "结果", "Outcome", r -> Words.badge(ClaimAnswer.Kind.valueOf(r.outcome())))
          .money("amount_fen", "申领金额", "Asked for", Row::amountFen)
          .code("hash", "SHA-256(种子:申领编号) 前 16 位", "SHA-256(seed:claim), first 16", Row::hash)
          .search("申领编号", "Claim", "id")
          .orderedBy("place")
          .empty("尚未抽签。截止后在此公布位次和结果。", "Not drawn yet; the order is published here after closing.");

  static Map<String, UUID> of(UUID batch) {
    return Map.of("batch", batch);
  }
}
