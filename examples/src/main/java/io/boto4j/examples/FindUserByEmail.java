package io.boto4j.examples;

import io.boto4j.Session;
import java.util.Map;

class FindUserByEmail {
  public static void main(String[] args) {
    var dynamodb = Session.create().client("dynamodb");
    var query =
        Map.of(
            "TableName", "auth-users",
            "IndexName", "email-index",
            "ProjectionExpression", "user_id, email",
            "KeyConditionExpression", "email = :email",
            "ExpressionAttributeValues", Map.of(":email", Map.of("S", args[0])));
    System.out.println(dynamodb.call("Query", query).list("Items"));
  }
}
