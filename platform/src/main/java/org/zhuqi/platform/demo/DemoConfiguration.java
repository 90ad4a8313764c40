package org.zhuqi.platform.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the demo on stage where settings say so; {@code zhuqi.demo-story=false} leaves the demo without its data. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty({"zhuqi.demo", "zhuqi.demo-story"})
@Import({
  Cast.class, Stage.class, InstitutionActs.class, VoucherActs.class, TradeActs.class, TreasuryActs.class, InspectionActs.class,
  LastYear.class, Story.class, DemoStart.class
})
class DemoConfiguration {}
