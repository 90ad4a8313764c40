package org.zhuqi.platform.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns messages into e-mails: first who gets one, then each by itself, tried again with growing pauses for a day.
 *
 * <p>An e-mail is marked as sent after the server has taken it: should the process die between the two, it comes twice
 * rather than never. It carries the subject and a link; the message itself is read after signing in.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailSending {
  private static final Logger log = LoggerFactory.getLogger(MailSending.class);
  private static final int GROUP = 100;
  static final int MOST_TRIES = 12;

  private final MailStore store;
  private final Addresses addresses;
  private final JavaMailSender sender;
  private final TransactionTemplate transactions;
  private final String from;
  private final String site;

  MailSending(
      MailStore store,
      Addresses addresses,
      JavaMailSender sender,
      PlatformTransactionManager transactions,
      @Value("${zhuqi.mail.from:zhuqi@localhost}") String from,
      @Value("${zhuqi.site:}") String site) {
    this.store = store;
    this.addresses = addresses;
    this.sender = sender;
    this.transactions = new TransactionTemplate(transactions);
    this.from = from;
    this.site = site;
  }

  /** Everything that waits for the current tenant. */
  void sendWaiting() {
    while (Boolean.TRUE.equals(transactions.execute(s -> address()))) log.debug("more messages to address");
    while (Boolean.TRUE.equals(transactions.execute(s -> sendOne()))) log.debug("more e-mails to send");
  }

  private boolean address() {
    List<MailStore.Due> due = store.due(GROUP);
    due.forEach(d -> store.address(d, addresses.of(d.address())));
    return due.size() == GROUP;
  }

  /** One e-mail in a transaction of its own, so that a slow server holds nothing else. */
  private boolean sendOne() {
    MailStore.@Nullable Mail mail = store.next(Instant.now().atOffset(ZoneOffset.UTC));
    if (mail == null) return false;
    try {
      sender.send(message(mail));
      store.sent(mail, Instant.now().atOffset(ZoneOffset.UTC));
    } catch (MailException e) {
      log.warn("E-mail for message {} was not taken: {}", mail.notification(), e.getMessage());
      store.failed(mail, Instant.now().plus(pause(mail.tries())).atOffset(ZoneOffset.UTC), String.valueOf(e.getMessage()), MOST_TRIES);
    }
    return true;
  }

  private SimpleMailMessage message(MailStore.Mail mail) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(mail.to());
    message.setSubject(mail.subjectZh() + " / " + mail.subjectEn());
    message.setText(mail.bodyZh() + "\n\n" + mail.bodyEn() + "\n\n" + site + mail.link() + "\n");
    return message;
  }

  /** 1, 2, 4 … minutes, at most 4 hours. */
  static Duration pause(int tries) {
    return Duration.ofMinutes(Math.min(240, 1L << Math.min(tries, 8)));
  }
}
