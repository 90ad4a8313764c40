package org.zhuqi.platform.contracts;

import org.zhuqi.measures.Text;

/** What somebody does to a contract. */
public enum ContractEvent {
  DRAFTED("起草合同", "Drafted"),
  EDITED("修改草稿", "Edited"),
  OFFERED("发出要约", "Offered"),
  COUNTERED("提出修改", "Proposed changes"),
  ACCEPTED("同意条款", "Accepted the terms"),
  DECLINED("谢绝", "Declined"),
  SIGNED("上传签章合同", "Uploaded the signed contract"),
  AGREED("确认签章合同", "Confirmed the signed contract"),
  WITHDRAWN("撤回", "Withdrew"),
  FILED("备案", "Filed"),
  STARTED("开始服务", "Started the service"),
  PROGRESSED("报告进度", "Reported progress"),
  DELIVERED("交付成果", "Delivered the results"),
  CONFIRMED("确认完成", "Confirmed completion"),
  RETURNED("退回成果", "Returned the results"),
  END_PROPOSED("提议终止", "Proposed to end"),
  ENDED("终止", "Ended");

  private final Text label;

  ContractEvent(String zh, String en) {
    this.label = new Text(zh, en);
  }

  public Text label() {
    return label;
  }
}
