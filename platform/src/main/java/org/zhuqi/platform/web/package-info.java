/**
 * The page kit: what every page and every answer has in common, so that a room writes only what is its own.
 *
 * <p>A page is a controller method that returns the name of a template ({@code "notices/list"} is {@code
 * src/main/jte/notices/list.jte}). Every template gets {@code p}, the {@link org.zhuqi.platform.web.Page}, and lays itself
 * out by {@code @template.kit.layout}. Forms are made of {@code kit/form} and {@code kit/*field}, read by {@link
 * org.zhuqi.platform.web.Fields}, and answered by {@link org.zhuqi.platform.web.Pages}. Lists are one {@link
 * org.zhuqi.platform.web.listing.Listing}. Charts are a {@link org.zhuqi.platform.web.Chart} in {@code kit/chart}.
 * The room contributes to the shell by beans of {@link org.zhuqi.platform.web.NavItem}, {@link
 * org.zhuqi.platform.web.DeskPart} and {@link org.zhuqi.platform.web.HomePart}.
 *
 * <pre>{@code
 * @Controller
 * class OfferPages {
 *   @PostMapping("/offers")
 *   @PreAuthorize("hasRole('INSTITUTION')")
 *   String publish(Actor actor, Fields f, Model model) {
 *     String title = f.text("title", 80);
 *     Money fee = f.money("fee");
 *     return switch (f.then(() -> catalogue.publish(actor, new Offer(title, fee)))) {
 *       case Outcome.Done(var id) -> Pages.go("/offers/" + id, "已发布", "Published");
 *       case Outcome.Refused(var refusals) -> Pages.refused("offers/form", refusals);   // typed values are kept
 *     };
 *   }
 * }
 *
 * @param org.zhuqi.platform.web.Page p
 * @template.kit.layout(p = p, title = p.t("发布服务", "Publish a service"), purpose = p.t("…", "…"), content = @`
 *   @template.kit.form(p = p, action = "/offers", submit = p.t("发布", "Publish"), content = @`
 *     @template.kit.field(p = p, name = "title", label = p.t("名称", "Name"), required = true)
 *     @template.kit.moneyfield(p = p, name = "fee", label = p.t("价格", "Price"))
 *   `)
 * `)
 * }</pre>
 *
 * <p>A strict content security policy holds: no inline script, no inline style, nothing from elsewhere. The kit decides
 * nothing about measures and knows no room above it.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {"shared", "database", "time", "audit"})
@NullMarked
package org.zhuqi.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
