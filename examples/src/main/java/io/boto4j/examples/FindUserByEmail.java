package io.boto4j.examples;

import static io.boto4j.dynamodb.Conditions.key;

import io.boto4j.Session;
import io.boto4j.dynamodb.Table;

class FindUserByEmail {
  public static void main(String[] args) {
    var users = Table.of(Session.create().client("dynamodb"), "auth-users");
    for (var user : users.query(key("email").eq(args[0])).index("email-index")) {
      System.out.println(user.text("user_id") + " " + user.text("role"));
    }
  }
}
