package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import org.jspecify.annotations.Nullable;

/** The table: every service that has a customization, by its service id. */
public final class Customizations {
  /**
   * The ids of the services in the table, a bar before and after each: a constant, so that a client
   * of any other service loads nothing of this package.
   */
  public static final String SERVICES =
      "|API Gateway|Auto Scaling|Bedrock AgentCore|CloudFormation|CloudSearch Domain"
          + "|CloudWatch Logs|DocDB|DynamoDB|EC2|EventBridge|Glacier|IAM|Machine Learning|Neptune|Polly|RDS"
          + "|Route 53|S3|S3 Control|SSO OIDC|Timestream Query|Timestream Write|";

  private Customizations() {}

  /**
   * What is special about a service.
   *
   * @param serviceId the service's id, as {@code Route 53}
   * @param client the client it is for
   * @return its customization, or null if it has none
   */
  public static @Nullable Customization of(String serviceId, ClientFacts client) {
    return switch (serviceId) {
      case "API Gateway" -> new ApiGateway();
      case "Auto Scaling" -> new AutoScaling();
      case "Bedrock AgentCore" -> new BedrockAgentCore();
      case "CloudFormation" -> new CloudFormation();
      case "CloudSearch Domain" -> new CloudSearchDomain();
      case "CloudWatch Logs" -> new CloudWatchLogs();
      case "DynamoDB" -> new DynamoDb(client);
      case "EC2" -> new Ec2();
      case "EventBridge" -> new EventBridge();
      case "Glacier" -> new Glacier();
      case "IAM" -> new Iam();
      case "Machine Learning" -> new MachineLearning();
      case "DocDB", "Neptune", "RDS" -> new Rds();
      case "Polly" -> new Polly();
      case "Route 53" -> new Route53();
      case "S3" -> new S3(client);
      case "S3 Control" -> new S3Control(client);
      case "SSO OIDC" -> new SsoOidc();
      case "Timestream Query", "Timestream Write" ->
          EndpointDiscovery.of(client, /* insists= */ true);
      default -> null;
    };
  }
}
