package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import org.jspecify.annotations.Nullable;

/** The table of all services that have a customization. */
public final class Customizations {
  private Customizations() {}

  /**
   * Returns the customization of a service.
   *
   * @param serviceId the id of the service, such as {@code Route 53}
   * @return a new customization, to be asked {@linkplain Customization#forClient for a client};
   *     null if the service has none, as most
   */
  public static @Nullable Customization of(String serviceId) {
    return switch (serviceId) {
      case "API Gateway" -> new ApiGateway();
      case "Auto Scaling" -> new AutoScaling();
      case "Bedrock AgentCore" -> new BedrockAgentCore();
      case "CloudFormation" -> new CloudFormation();
      case "CloudSearch Domain" -> new CloudSearchDomain();
      case "CloudWatch Logs" -> new CloudWatchLogs();
      case "DocDB", "Neptune", "RDS" -> new Rds();
      case "DynamoDB" -> new DynamoDb();
      case "DynamoDB Streams" -> new DynamoDbStreams();
      case "EC2" -> new Ec2();
      case "EventBridge" -> new EventBridge();
      case "Glacier" -> new Glacier();
      case "IAM" -> new Iam();
      case "Kinesis" -> new Kinesis();
      case "Machine Learning" -> new MachineLearning();
      case "Organizations" -> new Organizations();
      case "Polly" -> new Polly();
      case "Route 53" -> new Route53();
      case "S3" -> new S3();
      case "S3 Control" -> new S3Control();
      case "SFN" -> new StepFunctions();
      case "SQS" -> new Sqs();
      case "SSO OIDC" -> new SsoOidc();
      case "STS" -> new Sts();
      case "SWF" -> new Swf();
      case "Timestream Query", "Timestream Write" -> new Timestream();
      default -> null;
    };
  }
}
