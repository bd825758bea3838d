package io.boto4j.internal.customization;

import io.boto4j.error.UnsupportedS3ControlArnException;
import io.boto4j.error.UnsupportedS3ControlConfigurationException;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Arn;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** S3 Control accepts the ARNs of resources on an outpost, and takes the account from them. */
final class S3Control implements Customization {
  private static final String ACCOUNT_ID = "AccountId";

  private final boolean accelerate;

  S3Control() {
    this(/* accelerate= */ false);
  }

  private S3Control(boolean accelerate) {
    this.accelerate = accelerate;
  }

  @Override
  public Customization forClient(
      EndpointOptions endpoints,
      ClientRegion region,
      Partitions partitions,
      @Nullable String discovery) {
    return new S3Control(endpoints.s3().accelerate());
  }

  @Override
  public boolean hasS3Options() {
    return true;
  }

  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    String name = operation.name();
    // These two operations accept the id of an outpost, not ARNs.
    if (name.equals("CreateBucket") || name.equals("ListRegionalBuckets")) {
      return input;
    }
    InputChanges changed = new InputChanges(input);
    if (!name.equals("CreateAccessPoint")) {
      takeAccount(changed, "Name", "accesspoint");
    }
    takeAccount(changed, "Bucket", "bucket");
    return changed.map();
  }

  @Override
  public boolean inputHasRegion(Map<String, ?> input) {
    return Arn.is(InputValues.text(input.get("Bucket")));
  }

  private void takeAccount(InputChanges input, String member, String kind) {
    String text = InputValues.text(input.get(member));
    Arn arn = Arn.parse(text);
    if (text == null || arn == null) {
      return;
    }
    if (arn.region().startsWith("fips-") || arn.region().endsWith("fips-")) {
      throw refused(text, "Invalid ARN, FIPS region not allowed in ARN.");
    }
    if (accelerate) {
      throw new UnsupportedS3ControlConfigurationException(
          "S3 control client does not support accelerate endpoints");
    }
    if (!isOnOutpost(arn, kind)) {
      throw refused(text, "The " + member + " parameter does not support the provided ARN");
    }
    Object given = input.get(ACCOUNT_ID);
    if (input.contains(ACCOUNT_ID) && !arn.accountId().equals(InputValues.text(given))) {
      throw refused(
          text,
          "Account ID in arn does not match the AccountId parameter provided: \""
              + Printable.of(String.valueOf(given))
              + "\". Invalid ARN: the accountId specified in the ARN (`"
              + Printable.of(arn.accountId())
              + "`) does not match the parameter (`"
              + Printable.of(String.valueOf(given))
              + "`)");
    }
    input.put(ACCOUNT_ID, arn.accountId());
  }

  /** The form {@code outpost/op-123/bucket/name}, with slashes or colons. */
  private static boolean isOnOutpost(Arn arn, String kind) {
    String resource = arn.resource().replace(':', '/');
    int id = resource.indexOf('/') + 1;
    int type = resource.indexOf('/', id) + 1;
    int name = resource.indexOf('/', type) + 1;
    return arn.service().equals("s3-outposts")
        && resource.startsWith("outpost/")
        && type > 0
        && name > 0
        && resource.substring(type, name - 1).equals(kind)
        && resource.indexOf('/', name) < 0;
  }

  private static UnsupportedS3ControlArnException refused(String arn, String why) {
    return new UnsupportedS3ControlArnException(Printable.of(arn), why);
  }

  @Override
  public @Nullable RuntimeException ruleError(
      OperationModel operation, Map<String, ?> input, String error) {
    String arn = InputValues.text(input.get("Bucket"));
    return S3RuleErrors.ofS3Control(error, Printable.of(String.valueOf(arn)));
  }

  @Override
  public boolean changesEndpointRules() {
    return true;
  }
}
