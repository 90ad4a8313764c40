package org.zhuqi.platform.documents;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhuqi.measures.Text;
import org.zhuqi.platform.notifications.Notifications;
import org.zhuqi.platform.notifications.Recipients;
import org.zhuqi.platform.shared.DueWork;

/** Tells the owner of a paper that it soon counts no longer, and again when it has lapsed; not where a newer one took its place. */
@Component
class PaperReminders implements DueWork {
  private final DocumentStore store;
  private final Papers papers;
  private final Validity validity;
  private final Notifications notifications;

  PaperReminders(DocumentStore store, Papers papers, Validity validity, Notifications notifications) {
    this.store = store;
    this.papers = papers;
    this.validity = validity;
    this.notifications = notifications;
  }

  @Override
  public void run(LocalDate today) {
    for (DocumentStore.Ending e : store.ending(today, Validity.SOON_DAYS, validity.months())) {
      if (store.remindOnce(e.id(), e.lapsed())) tell(e);
    }
  }

  private void tell(DocumentStore.Ending e) {
    Text name = papers.name(e.materialCode());
    notifications.tell(
        Recipients.party(e.owner()),
        e.lapsed()
            ? new Text("材料已失效：" + name.zh(), "A paper has lapsed: " + name.en())
            : new Text("材料即将失效：" + name.zh(), "A paper lapses soon: " + name.en()),
        new Text(
            "“" + e.fileName() + "”有效至 " + e.until() + "。再次使用前请上传新出具的材料。",
            "\"" + e.fileName() + "\" counts until " + e.until() + ". Upload one that was issued since before you use it again."),
        "/papers",
        papers.asked(e.materialCode()).map(AskedPaper::provision).orElse(null));
  }
}
