package io.boto4j.benchmarks.contestants;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of AWS SDK 2.x, each with its own {@code url-connection-client}, the lightest. */
public final class AwsSdkClients {
  private AwsSdkClients() {}

  /**
   * Prints the figures of the six services.
   *
   * @param args none
   * @throws Exception if a client cannot be created
   */
  public static void main(String[] args) throws Exception {
    ClientLoad.measure(AwsSdkClients::client);
  }

  private static AutoCloseable client(String service) {
    return switch (service) {
      case "dynamodb" -> client(DynamoDbClient.builder());
      case "s3" -> client(S3Client.builder());
      case "sqs" -> client(SqsClient.builder());
      case "rds" -> client(RdsClient.builder());
      case "ec2" -> client(Ec2Client.builder());
      case "cloudwatch" -> client(CloudWatchClient.builder());
      default -> throw new IllegalArgumentException("Unknown service: " + service);
    };
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
