package io.boto4j.local.sns;

import io.boto4j.Structure;
import io.boto4j.local.delivery.NearHosts;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for endpoints of each protocol. */
final class Endpoints {
  private static final Set<String> PROTOCOLS =
      Set.of(
          "http",
          "https",
          "email",
          "email-json",
          "sms",
          "sqs",
          "application",
          "lambda",
          "firehose");
  private static final Pattern E164 = Pattern.compile("\\+?[1-9][0-9]{1,14}");

  private final EngineContext context;
  private final Applications applications;

  Endpoints(EngineContext context, Applications applications) {
    this.context = context;
    this.applications = applications;
  }

  static boolean isPhoneNumber(String number) {
    return E164.matcher(number).matches();
  }

  void check(Structure topic, String protocol, String endpoint) {
    if (!PROTOCOLS.contains(protocol)) {
      throw SnsErrors.parameter("Amazon SNS does not support this protocol string: " + protocol);
    }
    switch (protocol) {
      case "http", "https" -> {
        if (!endpoint.startsWith(protocol + "://")) {
          throw SnsErrors.parameter("Endpoint must match the specified protocol");
        }
        if (NearHosts.host(endpoint) == null) {
          throw SnsErrors.parameter("Unreachable Endpoint");
        }
      }
      case "email", "email-json" -> {
        if (endpoint.indexOf('@') < 1) {
          throw SnsErrors.parameter("Email address");
        }
      }
      case "sms" -> checkPhone(endpoint);
      case "sqs" -> checkQueue(topic, endpoint);
      case "lambda" -> checkArn(endpoint, "lambda", "Lambda endpoint ARN");
      case "firehose" -> checkArn(endpoint, "firehose", "Firehose endpoint ARN");
      default -> {
        if (!applications.hasEndpoint(endpoint)) {
          // There is no blank after "arn" in AWS's sentence either.
          throw SnsErrors.parameter(
              "Endpoint Reason: Endpoint does not exist for endpoint arn" + endpoint);
        }
      }
    }
  }

  private static void checkPhone(String endpoint) {
    boolean separated = Pattern.compile("[./-]{2,}|^[./-]|[./-]$").matcher(endpoint).find();
    if (separated || !isPhoneNumber(endpoint.replaceAll("[./-]", ""))) {
      throw SnsErrors.invalid("Invalid SMS endpoint: " + endpoint);
    }
  }

  private static void checkArn(String endpoint, String service, String name) {
    String[] parts = Arns.parts(endpoint);
    if (parts == null || !parts[2].equals(service)) {
      throw SnsErrors.parameter(name);
    }
  }

  /** A queue that does not exist can be subscribed. */
  private void checkQueue(Structure topic, String endpoint) {
    checkArn(endpoint, "sqs", "SQS endpoint ARN");
    if (!Topics.isFifo(topic) && endpoint.endsWith(".fifo")) {
      String[] parts = endpoint.split(":", 6);
      try {
        context.world(parts[4], parts[3]).call("sqs", "GetQueueUrl", Map.of("QueueName", parts[5]));
      } catch (EngineException e) {
        return;
      }
      throw SnsErrors.parameter(
          "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard"
              + " SNS topics");
    }
  }

  /**
   * Whether the owner of an endpoint must confirm a subscription. Requests go to this machine and
   * its private network only; nobody could confirm for a host elsewhere, so that those
   * subscriptions are confirmed from the start.
   */
  static boolean mustConfirm(String protocol, String endpoint) {
    return protocol.startsWith("email")
        || (protocol.startsWith("http") && NearHosts.isNear(endpoint));
  }
}
