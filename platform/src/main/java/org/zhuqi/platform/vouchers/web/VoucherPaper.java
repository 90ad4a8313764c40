package org.zhuqi.platform.vouchers.web;

import java.time.LocalDate;
import java.util.List;
import org.zhuqi.measures.Pack;
import org.zhuqi.platform.parties.Party;
import org.zhuqi.platform.vouchers.Batch;
import org.zhuqi.platform.vouchers.Voucher;
import org.zhuqi.platform.vouchers.VoucherMeasures;
import org.zhuqi.platform.web.print.PdfLetter;

/** A voucher on paper. It is a certificate of what the system holds, not money: presenting it moves nothing. */
final class VoucherPaper {
  private VoucherPaper() {}

  static byte[] of(Voucher v, Batch batch, Party holder, VoucherMeasures measures, LocalDate today) {
    String title = measures.current().map(Pack::title).map(t -> t.zh()).orElse("");
    return PdfLetter.titled("助企券")
        .facts(
            List.of(
                List.of("券号", v.number()),
                List.of("持有人", holder.name()),
                List.of("统一社会信用代码", holder.creditCode().value()),
                List.of("批次", batch.title().zh() + "（" + batch.number() + "）"),
                List.of("面额", v.face().format()),
                List.of("可用余额", v.free().format() + "（" + today + "）"),
                List.of("适用服务类别", measures.category(v.category()).zh()),
                List.of("领取日期", v.since().toString()),
                List.of("有效期至", v.lastDay().toString())))
        .paragraph("依据《" + title + "》发放。本券只能由持有人用于支付入驻服务机构的服务合同，不得转让、兑取现金或作其他流转。")
        .note("余额以平台记录为准。")
        .bytes();
  }
}
