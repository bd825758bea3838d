package io.boto4j.dashboard.account;

import static io.boto4j.dynamodb.Conditions.attr;
import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.dashboard.cloud.Names;
import io.boto4j.dynamodb.Condition;
import io.boto4j.dynamodb.Table;
import io.boto4j.dynamodb.Transaction;
import io.boto4j.error.ServiceException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table of users.
 *
 * <p>DynamoDB keeps keys unique, and only keys. So an e-mail address is also the key of an item of
 * its own, the guard, and a transaction writes user and guard together or not at all. An index
 * could not do this: it is updated after the write, and never refuses one. A further item counts
 * the admins, so that the same transactions keep the last one. Neither has the attribute {@code
 * email}, so the index has users only.
 */
public final class Users {
  private static final Params ADMINS = Params.of("user_id", "count#admins");
  private static final Condition ABSENT = attr("user_id").notExists();

  private final Table table;
  private final @Nullable Email firstAdmin;
  private final Clock clock;

  /**
   * Creates the view of a table.
   *
   * @param table the table
   * @param firstAdmin the address that signs up as an admin; null for the first user of all
   * @param clock the time
   */
  public Users(Table table, @Nullable Email firstAdmin, Clock clock) {
    this.table = table;
    this.firstAdmin = firstAdmin;
    this.clock = clock;
  }

  /**
   * Adds a user.
   *
   * @param email the address
   * @param passwordHash the hash of the password
   * @return the user
   * @throws EmailTakenException if another user has the address
   */
  public User add(Email email, String passwordHash) throws EmailTakenException {
    if (mayBecomeAdmin(email)) {
      try {
        return add(user(email, passwordHash, Role.ADMIN));
      } catch (ServiceException e) {
        refuseIfTaken(e);
        if (!failed(e, 2)) {
          throw e;
        }
      }
    }
    try {
      return add(user(email, passwordHash, Role.USER));
    } catch (ServiceException e) {
      refuseIfTaken(e);
      throw e;
    }
  }

  /** Looks before the transaction, so that not every new user contends for the count of admins. */
  private boolean mayBecomeAdmin(Email email) {
    return firstAdmin == null ? table.get(ADMINS).isEmpty() : firstAdmin.equals(email);
  }

  private User add(User user) {
    Transaction transaction =
        table
            .transaction()
            .put(user, ABSENT)
            .put(Params.of("user_id", "email#" + user.email(), "owner", user.userId()), ABSENT);
    if (user.isAdmin()) {
      transaction.update(ADMINS, u -> u.set("admins", 1).when(attr("admins").notExists()));
    }
    transaction.run();
    return user;
  }

  private User user(Email email, String passwordHash, Role role) {
    return new User(
        UUID.randomUUID().toString(),
        email.text(),
        passwordHash,
        role,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Finds a user by the key.
   *
   * @param userId the key
   * @return the user as of the last write; empty if none has the key
   */
  public Optional<User> find(String userId) {
    return table
        .get(Params.of("user_id", userId), o -> o.consistent())
        .filter(item -> item.text("email") != null)
        .map(item -> item.to(User.class));
  }

  /**
   * Finds a user by e-mail, through the index.
   *
   * @param email the address
   * @return the user; empty if none has the address, or if the user is so new that the index is
   *     behind
   */
  public Optional<User> find(Email email) {
    return table
        .query(key("email").eq(email.text()))
        .index(Names.EMAIL_INDEX)
        .as(User.class)
        .first();
  }

  /**
   * Returns all users, those who signed up first at the beginning.
   *
   * @return the users
   */
  public List<User> all() {
    return table.scan().index(Names.EMAIL_INDEX).as(User.class).stream()
        .sorted(Comparator.comparing(User::createdAt).thenComparing(User::email))
        .toList();
  }

  /**
   * Changes the role of a user. A user who has the role already, or does not exist, is left alone.
   *
   * @param userId the key
   * @param role the new role
   * @return whether the role was changed
   * @throws LastAdminException if the user is the only admin
   */
  public boolean changeRole(String userId, Role role) throws LastAdminException {
    boolean promotes = role == Role.ADMIN;
    Role other = promotes ? Role.USER : Role.ADMIN;
    Transaction transaction =
        table
            .transaction()
            .update(
                Params.of("user_id", userId),
                u -> u.set("role", role).when(attr("role").eq(other)));
    if (promotes) {
      transaction.update(ADMINS, u -> u.add("admins", 1));
    } else {
      transaction.update(ADMINS, u -> u.add("admins", -1).when(attr("admins").gt(1)));
    }
    try {
      transaction.run();
      return true;
    } catch (ServiceException e) {
      if (failed(e, 0)) {
        return false;
      }
      if (failed(e, 1)) {
        throw new LastAdminException(e);
      }
      throw e;
    }
  }

  private static void refuseIfTaken(ServiceException e) throws EmailTakenException {
    if (failed(e, 1)) {
      throw new EmailTakenException(e);
    }
  }

  /** Returns whether a transaction was cancelled because the condition of an action failed. */
  private static boolean failed(ServiceException e, int action) {
    if (!e.is("TransactionCanceledException")) {
      return false;
    }
    List<Structure> reasons = e.response().structures("CancellationReasons");
    return action < reasons.size()
        && "ConditionalCheckFailed".equals(reasons.get(action).text("Code"));
  }
}
