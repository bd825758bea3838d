/**
 * boto3 for the JVM: sessions, clients for every AWS service, and what calls accept and return.
 *
 * <p>An operation is called by name, with a map, and returns a map:
 *
 * <pre>{@code
 * Client dynamodb = Session.create().client("dynamodb");
 * Response response = dynamodb.call("DescribeTable", Map.of("TableName", "auth-users"));
 * System.out.println(response.structure("Table").text("TableStatus"));
 * }</pre>
 *
 * <p>Floor 6, public API. The plain values among these types, such as {@link io.boto4j.Structure},
 * count as floor 0, which every floor may use; {@code ArchitectureTest} lists them.
 */
@NullMarked
package io.boto4j;

import org.jspecify.annotations.NullMarked;
