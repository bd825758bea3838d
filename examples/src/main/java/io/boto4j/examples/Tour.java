package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the calls of {@link AuthUsers}, telling what comes back.
 *
 * <p>Closing it deletes what it made, and nothing else, unless that is to be kept.
 */
final class Tour implements AutoCloseable {
  private static final int PAGE_SIZE = 2;

  /** A table that was there before may hold millions, and reading them costs money. */
  private static final int MOST_PAGES = 5;

  private static final int MOST_NAMES = 5;

  private final AuthUsers table;
  private final Narrator told;
  private final boolean keep;
  private final Clock clock;
  private final List<User> made = new ArrayList<>();
  private boolean madeTable;

  Tour(Client dynamodb, Narrator told, boolean keep) {
    this.table = new AuthUsers(dynamodb);
    this.told = told;
    this.keep = keep;
    this.clock = Clock.systemUTC();
  }

  void run() {
    makeTable();
    listTables();
    putUsers();
    findByEmail();
    putTwice();
    scanByPages();
  }

  private void makeTable() {
    told.step("Make a table: key user_id, index email-index on email");
    try {
      Response answer =
          told.timed("dynamodb.call(\"CreateTable\", {auth-users ...})", table::createTable);
      madeTable = true;
      told.result("auth-users is " + status(answer.structure("TableDescription")));
    } catch (ServiceException e) {
      if (!e.is("ResourceInUseException")) {
        throw e;
      }
      told.result("auth-users is there already: using it, and leaving it in place");
    }
    awaitActive();
  }

  private void awaitActive() {
    Structure answer =
        told.timed("dynamodb.waiter(\"TableReady\").await({auth-users})", table::awaitTable);
    Structure description = Objects.requireNonNull(answer.structure("Table"));
    told.result("auth-users is " + status(description));
    if (!isOurs(description)) {
      throw new QuickstartException(
          "The table auth-users there is not the quickstart's: it needs the key user_id and the"
              + " index email-index on email. Nothing was changed.",
          null);
    }
  }

  private void listTables() {
    told.step("List the tables");
    Response answer = told.timed("dynamodb.call(\"ListTables\")", table::listTables);
    List<Object> names = Objects.requireNonNull(answer.list("TableNames"));
    told.result(
        names.size() > MOST_NAMES ? names.subList(0, MOST_NAMES) + " and more" : names.toString());
  }

  private void putUsers() {
    told.step("Put some users in");
    put("ada@example.com", "admin", true);
    put("grace@example.com", "admin", true);
    put("alan@example.com", "member", true);
    put("edsger@example.com", "member", false);
    put("barbara@example.com", "member", true);
  }

  private void put(String email, String role, boolean isActive) {
    User user =
        new User(
            UUID.randomUUID().toString(),
            email,
            "$argon2id$stand-in-for-what-a-password-hasher-makes",
            role,
            isActive,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    told.timed("dynamodb.call(\"PutItem\", {" + email + " ...})", () -> table.put(user));
    made.add(user);
  }

  private void findByEmail() {
    told.step("Find a user by e-mail, through the index");
    Response answer =
        told.timed(
            "dynamodb.call(\"Query\", {email-index, email = grace@example.com})",
            () -> table.findByEmail("grace@example.com"));
    List<User> found = users(answer);
    if (found.isEmpty()) {
      told.result("not in the index yet: DynamoDB fills it a moment later");
    }
    for (User user : found) {
      told.result(user.toString());
      told.result("password_hash " + user.hashKind() + "... (the rest is nobody's business)");
    }
  }

  private void putTwice() {
    told.step("Put a user that is there already, on condition that it is not");
    try {
      told.timed(
          "dynamodb.call(\"PutItem\", {attribute_not_exists(user_id) ...})",
          () -> table.putIfAbsent(made.get(0)));
      told.result("accepted, which is wrong");
    } catch (ServiceException e) {
      if (!e.is("ConditionalCheckFailedException")) {
        throw e;
      }
      told.result("refused, as it should be; catch (ServiceException e) gives");
      told.result("e.code() " + e.code() + ", e.statusCode() " + e.statusCode());
    }
  }

  private void scanByPages() {
    told.step("Read the whole table, " + PAGE_SIZE + " users a page");
    Map<String, Object> startKey = null;
    for (int number = 1; number == 1 || startKey != null; number++) {
      if (number > MOST_PAGES) {
        told.result("there is more, left unread");
        return;
      }
      Map<String, Object> from = startKey;
      Response page =
          told.timed(
              "dynamodb.call(\"Scan\", {Limit="
                  + PAGE_SIZE
                  + (from == null ? "" : ", go on")
                  + "})",
              () -> table.scan(PAGE_SIZE, from));
      for (User user : users(page)) {
        told.result(user.toString());
      }
      startKey = page.map("LastEvaluatedKey");
    }
  }

  /** Deletes what was made, so that the quickstart can be run again. */
  @Override
  public void close() {
    if (!madeTable && made.isEmpty()) {
      return;
    }
    told.step("Clean up");
    if (keep) {
      told.result("nothing: --keep leaves auth-users and its users in place");
    } else if (madeTable) {
      told.timed("dynamodb.call(\"DeleteTable\", {auth-users})", table::deleteTable);
      awaitGone();
    } else {
      for (User user : made) {
        told.timed(
            "dynamodb.call(\"DeleteItem\", {" + user.email() + "})", () -> table.delete(user));
      }
      told.result("the users made here are gone; the table stays, as it was here before");
    }
  }

  private void awaitGone() {
    Structure answer =
        told.timed("dynamodb.waiter(\"TableNotExists\").await({auth-users})", table::awaitNoTable);
    told.result("auth-users is gone: " + answer.search("Error.Code"));
  }

  private static String status(@Nullable Structure description) {
    return description == null ? "unknown" : String.valueOf(description.text("TableStatus"));
  }

  private static boolean isOurs(Structure description) {
    for (Structure index : indexes(description)) {
      if ("email-index".equals(index.text("IndexName"))) {
        return hasKey(index, "email") && hasKey(description, "user_id");
      }
    }
    return false;
  }

  private static boolean hasKey(Structure described, String attribute) {
    List<Structure> key = Objects.requireNonNull(described.structures("KeySchema"));
    return key.size() == 1 && attribute.equals(key.get(0).text("AttributeName"));
  }

  private static List<Structure> indexes(Structure description) {
    List<Structure> indexes = description.structures("GlobalSecondaryIndexes");
    return indexes == null ? List.of() : indexes;
  }

  @SuppressWarnings("unchecked") // an item is a map of its attributes by name
  private static List<User> users(Response answer) {
    List<User> users = new ArrayList<>();
    for (Object item : Objects.requireNonNull(answer.list("Items"))) {
      users.add(User.of((Map<String, Object>) item));
    }
    return users;
  }
}
