package org.zhuqi.platform.web.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Refusal;

/**
 * Why a request was not answered as asked, for people and machines.
 *
 * @param code stable, snake_case
 * @param title what kind of thing went wrong
 * @param refusals every reason where a rule refused; else empty
 * @param remedy what to do now, or null
 * @param reference to be told to the administrator, who finds it in the log; only for errors of ours
 */
public record Problem(
    int status,
    String code,
    Text title,
    Text detail,
    @Nullable Text remedy,
    List<Refusal> refusals,
    @Nullable String reference) {

  public static final Problem KEY_REQUIRED =
      of(400, "idempotency_key_required",
          "缺少幂等键", "An idempotency key is needed",
          "改变数据的请求须带请求头 Idempotency-Key（表单为隐藏字段 _key），长度 1–100；未登录时至少 16 个字符。",
          "A request that changes something carries the header Idempotency-Key (in forms the hidden field _key), 1 to 100"
              + " characters long, at least 16 without signing in.");
  public static final Problem KEY_REUSED =
      of(422, "idempotency_key_reused",
          "幂等键已用于另一请求", "The idempotency key belongs to another request",
          "这个幂等键已经用于内容不同的请求，为防止误操作没有执行。请重新打开页面再提交，或换用新的键。",
          "This key was used for a request with other content, so nothing was done. Open the page again, or use a new key.");
  public static final Problem TOO_LARGE =
      of(413, "too_large",
          "内容过大", "Too large",
          "每个文件不超过 20 MB，一次提交不超过 64 MB。请压缩或分开提交；没有保存任何内容。",
          "At most 20 MB for each file and 64 MB for one submission. Compress or split it; nothing was saved.");
  public static final Problem NOT_FOUND =
      of(404, "not_found",
          "没有找到", "Not found",
          "这里没有内容，或者您无权查看。请检查地址，或从导航重新进入。",
          "There is nothing here, or it is not for you to see. Check the address, or start from the navigation.");
  public static final Problem DATABASE_AWAY =
      of(503, "database_unreachable",
          "暂时连不上数据库", "The database cannot be reached right now",
          "您的操作没有生效，也没有留下一半。请稍候再试：用同一张表单重新提交不会重复办理。",
          "Nothing took effect and nothing was left half done. Try again shortly: sending the same form again does nothing twice.");
  public static final Problem UNANSWERED =
      of(503, "outcome_unknown",
          "还不知道结果", "The outcome is not known yet",
          "数据库在最后一刻中断，系统还不能确定这次操作是否已生效；但不会只办一半。请稍候用同一张表单（同一幂等键）重新提交：只会办理一次，并告诉您结果。",
          "The database was lost at the last moment. Whether this took effect is not known yet; it is not half done. Send the"
              + " same form (the same key) again shortly: it is done once, and you are told how it ended.");
  public static final Problem BUSY =
      of(503, "busy",
          "系统正忙", "The system is busy",
          "同一条数据正在被别人处理，您的操作没有生效。请稍候再试，不会重复办理。",
          "The same data was being worked on, and nothing took effect. Try again shortly; nothing is done twice.");
  public static final Problem FORM_EXPIRED =
      of(403, "form_expired",
          "页面打开太久，登录已过期", "The page was open for too long",
          "您的操作没有生效。请回到原页面并重新登录；填写的文字保存在这个浏览器窗口里，可以一键填回来。",
          "Nothing took effect. Go back and sign in again; what you typed is kept in this browser window and can be put back.");
  public static final Problem SIGN_IN =
      of(401, "sign_in_required", "请先登录", "Please sign in",
          "此操作需要登录。", "This needs a signed-in account.");

  public static Problem of(int status, String code, String titleZh, String titleEn, String zh, String en) {
    return new Problem(status, code, new Text(titleZh, titleEn), new Text(zh, en), null, List.of(), null);
  }

  Problem withReference(String reference) {
    return new Problem(status, code, title, detail, remedy, refusals, reference);
  }

  /** The same request may succeed a little later. */
  public boolean temporary() {
    return status == 503;
  }
}
