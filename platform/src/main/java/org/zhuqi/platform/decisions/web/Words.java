package org.zhuqi.platform.decisions.web;

import org.zhuqi.measures.Life;
import org.zhuqi.measures.Limit;
import org.zhuqi.measures.Mode;
import org.zhuqi.measures.Pack;
import org.zhuqi.measures.Sanction;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.shared.Role;
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

  /** A role of a pack; the code itself where the platform has no such role. */
  static Text role(String inPack) {
    if (inPack.equals("operator")) return new Text("平台运营单位", "Platform operator");
    for (Role r : Role.values()) if (r.name().equalsIgnoreCase(inPack)) return r.label();
    return new Text(inPack, inPack);
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

  static Text act(Life.Act act) {
    return switch (act) {
      case OPEN_BATCH -> new Text("开放新批次", "open a batch");
      case CLAIM -> new Text("领取", "claim");
      case FILE_CONTRACT -> new Text("备案合同", "file a contract");
      case PERFORM -> new Text("履行合同", "perform a contract");
      case RATE -> new Text("评价", "rate");
      case REDEEM -> new Text("兑付", "redeem");
      case RECOVER -> new Text("追回", "recover");
      case LAPSE_UNSPENT -> new Text("未用额度失效", "let unspent amounts lapse");
      case APPLY -> new Text("申请", "apply");
      case ADMIT -> new Text("入库", "admit");
      case SERVE -> new Text("提供服务", "serve");
      case TAKE_ORDER -> new Text("接单", "take orders");
      case SETTLE -> new Text("结算", "settle");
    };
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
