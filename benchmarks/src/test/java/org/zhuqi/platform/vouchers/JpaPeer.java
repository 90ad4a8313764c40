package org.zhuqi.platform.vouchers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.zhuqi.platform.shared.Ids;

/** The peer as JPA code would write it, on Hibernate: lock the row, change the entity, persist another, commit. No duty at all. */
final class JpaPeer implements AutoCloseable {
  @Entity
  @Table(name = "bare_budget")
  static class Budget {
    @Id int id;

    @Column(name = "left_fen")
    long leftFen;
  }

  @Entity
  @Table(name = "bare_claim")
  static class Claim {
    @Id UUID id;
    UUID holder;

    @Column(name = "amount_fen")
    long amountFen;

    OffsetDateTime at;
  }

  private final EntityManagerFactory factory;
  private final UUID holder = Ids.next();

  JpaPeer(DataSource database) {
    factory =
        new PersistenceConfiguration("bare")
            .property("jakarta.persistence.nonJtaDataSource", database)
            .managedClass(Budget.class)
            .managedClass(Claim.class)
            .createEntityManagerFactory();
  }

  void claim() {
    factory.runInTransaction(
        em -> {
          Budget budget = em.find(Budget.class, 1, LockModeType.PESSIMISTIC_WRITE);
          budget.leftFen -= 100;
          Claim claim = new Claim();
          claim.id = Ids.next();
          claim.holder = holder;
          claim.amountFen = 100;
          claim.at = OffsetDateTime.now();
          em.persist(claim);
        });
  }

  @Override
  public void close() {
    factory.close();
  }
}
