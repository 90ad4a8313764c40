package org.zhuqi.platform.decisions.web;

import org.zhuqi.measures.Labels;
import org.zhuqi.measures.Limit;
import org.zhuqi.measures.Mode;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.web.Badge;

/** The codes of packs in words. */
final class Words {
  private Words() {}

  static Badge mode(Mode mode) {
    return switch (mode) {
      case EXECUTED -> Badge.good("系统执行", "Executed by the system");
      case RECORDED -> Badge.running("人工办理、系统留痕", "Done by people, recorded");
      case PRINCIPLE -> Badge.off("原则", "Principle");
    };
  }

  static Badge stage(Pack.Stage stage) {
    return switch (stage) {
      case CONSULTATION_DRAFT -> Badge.warn("征求意见稿", "Consultation draft");
      case TRIAL -> Badge.running("试行", "Trial");
      case FINAL -> Badge.good("正式", "Final");
    };
  }

  /** Who acts, as packs name it. */
  static Text role(String inPack) {
    return Labels.actor(inPack);
  }

  static Text unit(Limit.Unit unit) {
    return switch (unit) {
      case CNY -> new Text("元", "CNY");
      case PERCENT -> new Text("%", "%");
      case CASES -> new Text("件", "cases");
      case ORDERS -> new Text("单", "orders");
      case PERSONS -> new Text("人", "persons");
      case FIRMS -> new Text("家", "firms");
      case HOURS -> new Text("小时", "hours");
      case DAYS -> new Text("天", "days");
    };
  }

  /** Per whom, in which time, over what. */
  static Text per(Limit l) {
    Text whom =
        switch (l.per()) {
          case HOLDER -> new Text("每个持券主体", "per holder");
          case PROJECT -> new Text("每个项目", "per project");
          case INSTITUTION -> new Text("每家机构", "per institution");
          case MEMBER -> new Text("每个成员", "per member");
          case STATION -> new Text("每个服务站", "per station");
          case EXPERT -> new Text("每位专家", "per expert");
          case CONTRACT -> new Text("每份合同", "per contract");
          case ORDER -> new Text("每个订单", "per order");
        };
    Text time =
        switch (l.period()) {
          case CALENDAR_YEAR -> new Text("每个自然年度", "in a calendar year");
          case CALENDAR_MONTH -> new Text("每个自然月", "in a calendar month");
          case CALENDAR_WEEK -> new Text("每个自然周", "in a calendar week");
          case TERM -> new Text("每个任期", "in a term");
          case ONCE -> new Text("每次", "each time");
        };
    boolean overAll = l.over().name().startsWith("ALL_");
    return new Text(
        whom.zh() + "，" + time.zh() + (overAll ? "，合并计算" : ""), whom.en() + ", " + time.en() + (overAll ? ", over all" : ""));
  }

  static Text consequence(Sanction.Consequence c) {
    return switch (c) {
      case STOP_REDEMPTION -> new Text("停止兑付", "redemption stops");
      case RECOVER -> new Text("追回资金", "money is recovered");
      case HAND_OVER -> new Text("移送司法机关", "handed over to the judicial authorities");
      case REMOVE -> new Text("清退", "removed");
      case BAR -> new Text("限制再次申请", "barred from applying");
      case WITHDRAW_TITLE -> new Text("取消称号", "title withdrawn");
      case WITHDRAW_DISPATCH -> new Text("收回派单", "orders withdrawn");
      case BLOCK_ORDERS -> new Text("停止派单", "no further orders");
      case LOSE_SEAT -> new Text("退出理事会", "loses its seat");
    };
  }
}
