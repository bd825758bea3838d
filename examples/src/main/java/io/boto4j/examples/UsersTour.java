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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of {@link AuthUsers} one after another and prints their results.
 *
 * <p>Closing it deletes what it has created, and nothing else, unless that is to be kept.
 */
final class UsersTour implements AutoCloseable {
  private static final int PAGE_SIZE = 2;

  /** A table that existed before may have millions of users, and reading them costs money. */
  private static final int MOST_PAGES = 5;

  private static final int MOST_NAMES = 5;

  private final AuthUsers table;
  private final Narrator narrator;
  private final boolean keep;
  private final Clock clock;
  private final List<User> created = new ArrayList<>();
  private boolean createdTable;

  UsersTour(Client dynamodb, Narrator narrator, boolean keep) {
    this.table = new AuthUsers(dynamodb);
    this.narrator = narrator;
    this.keep = keep;
    this.clock = Clock.systemUTC();
  }

  void run() {
    createTable();
    listTables();
    putUsers();
    findByEmail();
    putTwice();
    scanByPages();
  }

  private void createTable() {
    narrator.step("Create a table: key user_id, index email-index on email");
    try {
      Response response =
          narrator.timed("dynamodb.call(\"CreateTable\", {auth-users ...})", table::createTable);
      createdTable = true;
      narrator.result("auth-users is " + status(response.structure("TableDescription")));
    } catch (ServiceException e) {
      if (!e.is("ResourceInUseException")) {
        throw e;
      }
      narrator.result("auth-users exists already: it is used, and left in place");
    }
    awaitActive();
  }

  private void awaitActive() {
    Structure response =
        narrator.timed("dynamodb.waiter(\"TableReady\").await({auth-users})", table::awaitTable);
    Structure description = response.map("Table");
    narrator.result("auth-users is " + status(description));
    if (!isOurs(description)) {
      throw new QuickstartException(
          "The existing table auth-users is not the quickstart's, which has the key user_id and the"
              + " index email-index on email. Nothing was changed.",
          null);
    }
  }

  void listTables() {
    narrator.step("List the tables");
    Response response = narrator.timed("dynamodb.call(\"ListTables\")", table::listTables);
    List<String> names = response.texts("TableNames");
    narrator.result(
        names.size() > MOST_NAMES ? names.subList(0, MOST_NAMES) + " and more" : names.toString());
  }

  private void putUsers() {
    narrator.step("Put some users in");
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
    narrator.timed("dynamodb.call(\"PutItem\", {" + email + " ...})", () -> table.put(user));
    created.add(user);
  }

  private void findByEmail() {
    narrator.step("Find a user by e-mail, through the index");
    Response response =
        narrator.timed(
            "dynamodb.call(\"Query\", {email-index, email = grace@example.com})",
            () -> table.findByEmail("grace@example.com"));
    List<User> found = users(response);
    if (found.isEmpty()) {
      narrator.result("not in the index yet: DynamoDB updates it a moment later");
    }
    for (User user : found) {
      narrator.result(user.toString());
      narrator.result("password_hash " + user.hashKind() + "... (the rest is not shown)");
    }
  }

  private void putTwice() {
    narrator.step("Put a user that exists already, on condition that it does not");
    try {
      narrator.timed(
          "dynamodb.call(\"PutItem\", {attribute_not_exists(user_id) ...})",
          () -> table.putIfAbsent(created.get(0)));
      narrator.result("accepted, which is wrong");
    } catch (ServiceException e) {
      if (!e.is("ConditionalCheckFailedException")) {
        throw e;
      }
      narrator.result("rejected, as expected; catch (ServiceException e) gives");
      narrator.result("e.code() " + e.code() + ", e.statusCode() " + e.statusCode());
    }
  }

  private void scanByPages() {
    narrator.step("Read the whole table, " + PAGE_SIZE + " users per page");
    Map<String, Object> startKey = null;
    for (int number = 1; number == 1 || startKey != null; number++) {
      if (number > MOST_PAGES) {
        narrator.result("there are more users, which are left unread");
        return;
      }
      Map<String, Object> from = startKey;
      Response page =
          narrator.timed(
              "dynamodb.call(\"Scan\", {Limit="
                  + PAGE_SIZE
                  + (from == null ? "" : ", continued")
                  + "})",
              () -> table.scan(PAGE_SIZE, from));
      for (User user : users(page)) {
        narrator.result(user.toString());
      }
      startKey = page.structure("LastEvaluatedKey");
    }
  }

  /** Deletes what was created, so that the quickstart can be run again. */
  @Override
  public void close() {
    if (!createdTable && created.isEmpty()) {
      return;
    }
    narrator.step("Clean up");
    if (keep) {
      narrator.result("nothing: --keep leaves auth-users and its users in place");
    } else if (createdTable) {
      narrator.timed("dynamodb.call(\"DeleteTable\", {auth-users})", table::deleteTable);
      awaitGone();
    } else {
      for (User user : created) {
        narrator.timed(
            "dynamodb.call(\"DeleteItem\", {" + user.email() + "})", () -> table.delete(user));
      }
      narrator.result("the new users are deleted; the table is kept, because it existed before");
    }
  }

  private void awaitGone() {
    Structure response =
        narrator.timed(
            "dynamodb.waiter(\"TableNotExists\").await({auth-users})", table::awaitNoTable);
    narrator.result("auth-users is deleted: " + response.search("Error.Code"));
  }

  private static String status(@Nullable Structure description) {
    return description == null ? "unknown" : String.valueOf(description.text("TableStatus"));
  }

  private static boolean isOurs(Structure description) {
    for (Structure index : description.structures("GlobalSecondaryIndexes")) {
      if ("email-index".equals(index.text("IndexName"))) {
        return hasKey(index, "email") && hasKey(description, "user_id");
      }
    }
    return false;
  }

  private static boolean hasKey(Structure described, String attribute) {
    List<Structure> key = described.structures("KeySchema");
    return key.size() == 1 && attribute.equals(key.get(0).text("AttributeName"));
  }

  private static List<User> users(Response response) {
    List<User> users = new ArrayList<>();
    for (Structure item : response.maps("Items")) {
      users.add(User.of(item));
    }
    return users;
  }
}
