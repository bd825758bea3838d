package io.boto4j.benchmarks.contestants;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * The task by the AWS SDK for Java 2.x in the way its guide names for the shortest start: the JDK's
 * HTTP client, and nothing left to be looked up. No lambdas, which would cost it a bootstrap that
 * is not its own.
 */
public final class AwsSdkGetItem {
  private AwsSdkGetItem() {}

  /**
   * Prints the item's attribute {@code email}.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    ClientOverrideConfiguration noProfiles =
        ClientOverrideConfiguration.builder()
            .defaultProfileFile(ProfileFile.aggregator().build())
            .build();
    try (DynamoDbClient dynamodb =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key")))
            .endpointOverride(URI.create(args[0]))
            .httpClient(UrlConnectionHttpClient.create())
            .defaultsMode(DefaultsMode.STANDARD)
            .overrideConfiguration(noProfiles)
            .build()) {
      GetItemResponse answer =
          dynamodb.getItem(
              GetItemRequest.builder()
                  .tableName("auth-users")
                  .key(Map.of("id", AttributeValue.fromS("user-1")))
                  .build());
      System.out.println(Objects.requireNonNull(answer.item().get("email")).s());
    }
  }
}
