package io.boto4j.local.ssm;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The parameters with the regions of AWS and the services that are emulated. */
final class GlobalInfrastructure {
  static final String ROOT = "/aws/service/global-infrastructure/";

  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("af-south-1", "Africa (Cape Town)"),
          Map.entry("ap-east-1", "Asia Pacific (Hong Kong)"),
          Map.entry("ap-east-2", "Asia Pacific (Taipei)"),
          Map.entry("ap-northeast-1", "Asia Pacific (Tokyo)"),
          Map.entry("ap-northeast-2", "Asia Pacific (Seoul)"),
          Map.entry("ap-northeast-3", "Asia Pacific (Osaka)"),
          Map.entry("ap-south-1", "Asia Pacific (Mumbai)"),
          Map.entry("ap-south-2", "Asia Pacific (Hyderabad)"),
          Map.entry("ap-southeast-1", "Asia Pacific (Singapore)"),
          Map.entry("ap-southeast-2", "Asia Pacific (Sydney)"),
          Map.entry("ap-southeast-3", "Asia Pacific (Jakarta)"),
          Map.entry("ap-southeast-4", "Asia Pacific (Melbourne)"),
          Map.entry("ap-southeast-5", "Asia Pacific (Malaysia)"),
          Map.entry("ap-southeast-6", "Asia Pacific (New Zealand)"),
          Map.entry("ap-southeast-7", "Asia Pacific (Thailand)"),
          Map.entry("ca-central-1", "Canada (Central)"),
          Map.entry("ca-west-1", "Canada West (Calgary)"),
          Map.entry("cn-north-1", "China (Beijing)"),
          Map.entry("cn-northwest-1", "China (Ningxia)"),
          Map.entry("eu-central-1", "Europe (Frankfurt)"),
          Map.entry("eu-central-2", "Europe (Zurich)"),
          Map.entry("eu-north-1", "Europe (Stockholm)"),
          Map.entry("eu-south-1", "Europe (Milan)"),
          Map.entry("eu-south-2", "Europe (Spain)"),
          Map.entry("eu-west-1", "Europe (Ireland)"),
          Map.entry("eu-west-2", "Europe (London)"),
          Map.entry("eu-west-3", "Europe (Paris)"),
          Map.entry("il-central-1", "Israel (Tel Aviv)"),
          Map.entry("me-central-1", "Middle East (UAE)"),
          Map.entry("me-south-1", "Middle East (Bahrain)"),
          Map.entry("mx-central-1", "Mexico (Central)"),
          Map.entry("sa-east-1", "South America (Sao Paulo)"),
          Map.entry("us-east-1", "US East (N. Virginia)"),
          Map.entry("us-east-2", "US East (Ohio)"),
          Map.entry("us-gov-east-1", "AWS GovCloud (US-East)"),
          Map.entry("us-gov-west-1", "AWS GovCloud (US-West)"),
          Map.entry("us-west-1", "US West (N. California)"),
          Map.entry("us-west-2", "US West (Oregon)"));

  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("cloudwatch", "Amazon CloudWatch"),
          Map.entry("dynamodb", "Amazon DynamoDB"),
          Map.entry("dynamodbstreams", "Amazon DynamoDB Streams"),
          Map.entry("ec2", "Amazon Elastic Compute Cloud (EC2)"),
          Map.entry("events", "Amazon EventBridge"),
          Map.entry("iam", "AWS Identity and Access Management (IAM)"),
          Map.entry("kms", "AWS Key Management Service"),
          Map.entry("lambda", "AWS Lambda"),
          Map.entry("logs", "Amazon CloudWatch Logs"),
          Map.entry("rds", "Amazon Relational Database Service (RDS)"),
          Map.entry("s3", "Amazon Simple Storage Service (S3)"),
          Map.entry("secretsmanager", "AWS Secrets Manager"),
          Map.entry("ses", "Amazon Simple Email Service (SES)"),
          Map.entry("sns", "Amazon Simple Notification Service (SNS)"),
          Map.entry("sqs", "Amazon Simple Queue Service (SQS)"),
          Map.entry("ssm", "AWS Systems Manager"),
          Map.entry("stepfunctions", "AWS Step Functions"),
          Map.entry("sts", "AWS Security Token Service"));

  private GlobalInfrastructure() {}

  private static List<String> partition(String region) {
    if (region.startsWith("cn-")) {
      return List.of("aws-cn", "amazonaws.com.cn");
    }
    return List.of(region.startsWith("us-gov-") ? "aws-us-gov" : "aws", "amazonaws.com");
  }

  static void addTo(SortedMap<String, String> values) {
    REGIONS.forEach(
        (region, name) -> {
          String path = ROOT + "regions/" + region;
          values.put(path, region);
          values.put(path + "/longName", name);
          values.put(path + "/partition", partition(region).get(0));
          values.put(path + "/domain", partition(region).get(1));
        });
    SERVICES.forEach(
        (service, name) -> {
          String path = ROOT + "services/" + service;
          values.put(path, service);
          values.put(path + "/longName", name);
        });
  }
}
