package io.boto4j.local.kms;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Message authentication codes. */
final class Macs {
  private final Keys keys;

  Macs(Keys keys) {
    this.keys = keys;
  }

  void register(OperationTable table) {
    table.read("GenerateMac", this::generateMac);
    table.read("VerifyMac", this::verifyMac);
  }

  private Structure macKey(EngineCall call) {
    Structure input = call.input();
    Structure key = keys.usable(input.text("KeyId"), "GENERATE_VERIFY_MAC", call.operation());
    String algorithm = String.valueOf(input.text("MacAlgorithm"));
    if (!Keys.spec(key).macAlgorithms().contains(algorithm)) {
      throw KmsErrors.invalidUsage(
          "Algorithm " + algorithm + " is incompatible with key spec " + Keys.spec(key) + ".");
    }
    return key;
  }

  private static byte[] mac(Structure key, byte[] message) {
    try {
      String name = Keys.spec(key).algorithm();
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(Keys.material(key).secret(), name));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, ?> generateMac(EngineCall call) {
    Structure input = call.input();
    checkMacAlgorithm(input);
    Structure key = macKey(call);
    Encryption.checkDryRun(input);
    return Params.of(
        "Mac", mac(key, Signing.required(input, "Message")),
        "MacAlgorithm", input.text("MacAlgorithm"),
        "KeyId", Keys.named(key, input));
  }

  private static void checkMacAlgorithm(Structure input) {
    String algorithm = String.valueOf(input.text("MacAlgorithm"));
    if (!algorithm.matches("HMAC_SHA_(224|256|384|512)")) {
      throw KmsErrors.notInSet(
          algorithm, "macAlgorithm", "HMAC_SHA_384, HMAC_SHA_256, HMAC_SHA_224, HMAC_SHA_512");
    }
  }

  private Map<String, ?> verifyMac(EngineCall call) {
    Structure input = call.input();
    checkMacAlgorithm(input);
    Structure key = macKey(call);
    Encryption.checkDryRun(input);
    if (!MessageDigest.isEqual(
        mac(key, Signing.required(input, "Message")), Signing.required(input, "Mac"))) {
      throw new EngineException("KMSInvalidMacException", "");
    }
    return Params.of(
        "KeyId", Keys.named(key, input),
        "MacValid", true,
        "MacAlgorithm", input.text("MacAlgorithm"));
  }
}
