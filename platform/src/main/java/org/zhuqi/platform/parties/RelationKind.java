package org.zhuqi.platform.parties;

import org.zhuqi.measures.Text;

/** What can tie a party to another, or to a person. */
public enum RelationKind {
  /** The party itself: so that "A holds shares of B" is found by B's own code. Kept by the system. */
  SELF("本单位", "Itself", Value.ENTITY),
  LEGAL_REP("法定代表人", "Legal representative", Value.ENTITY),
  CONTROLLER("实际控制人", "Controller", Value.ENTITY),
  SHAREHOLDER("股东或出资人", "Shareholder or investor", Value.ENTITY),
  STAFF("工作人员", "Member of staff", Value.ENTITY),
  PHONE("联系电话", "Phone number", Value.PHONE),
  BANK_ACCOUNT("银行账户", "Bank account", Value.BANK_ACCOUNT);

  /** Values are compared only with their own sort: a phone number is never an identity number. */
  enum Value {
    /** The identity number of a person, or the credit code of an organisation. */
    ENTITY,
    PHONE,
    BANK_ACCOUNT
  }

  private final Text label;
  private final Value value;

  RelationKind(String zh, String en, Value value) {
    this.label = new Text(zh, en);
    this.value = value;
  }

  public Text label() {
    return label;
  }

  /** Stated by the party or found by an official; the others the system keeps itself. */
  public boolean isStated() {
    return value == Value.ENTITY && this != SELF;
  }

  Value value() {
    return value;
  }
}
