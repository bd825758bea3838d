package io.boto4j.internal.call;

import java.util.Set;

/**
 * The names of operations that may be carried out twice, where neither the model nor a token says
 * so. A test compares what they select, in all services, with a list that was reviewed.
 */
final class RepeatableNames {
  /**
   * Verbs of operations that only read or compute. Some take work from a queue: what a lost
   * response contained is lost anyway, and is given out again later. To tag twice is harmless.
   */
  private static final Set<String> VERBS =
      Set.of(
          "Analyze",
          "Assume",
          "Calculate",
          "Check",
          "Classify",
          "Compare",
          "Contains",
          "Count",
          "Decode",
          "Decrypt",
          "Derive",
          "Describe",
          "Detect",
          "Discover",
          "Download",
          "Encrypt",
          "Estimate",
          "Evaluate",
          "Filter",
          "Get",
          "Infer",
          "Is",
          "List",
          "Lookup",
          "Poll",
          "Predict",
          "Read",
          "Receive",
          "Rerank",
          "Rescore",
          "Resolve",
          "Retrieve",
          "Search",
          "Select",
          "Simulate",
          "Tag",
          "Translate",
          "Untag",
          "Validate",
          "View");

  /** Words before the verb. */
  private static final Set<String> PREFIXES = Set.of("Batch", "Admin", "Transact");

  /** Operations that act, although they begin with one of the verbs. */
  private static final Set<String> ACTING =
      Set.of(
          "BatchEvaluateGeofences",
          "CheckInLicense",
          "DetectStackDrift",
          "DetectStackResourceDrift",
          "GetUserAttributeVerificationCode",
          "ResolveAppVersionResources",
          "ResolveCase",
          "RetrieveAndGenerate",
          "RetrieveAndGenerateStream",
          "RetrieveTapeArchive",
          "RetrieveTapeRecoveryPoint");

  /**
   * Operations that may be repeated, although their verb may mean that they act. To complete an
   * upload or to delete objects again succeeds, or reports that it was done.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "CarrierLookup",
          "CompleteMultipartUpload",
          "DeleteObjects",
          "DomainMetadata",
          "ExportCertificate",
          "ExportClientVpnClientCertificateRevocationList",
          "ExportClientVpnClientConfiguration",
          "ExportNotebook",
          "ExportVerifiedAccessInstanceClientConfiguration",
          "GenerateCardValidationData",
          "GenerateDataKey",
          "GenerateDataKeyPair",
          "GenerateDataKeyPairWithoutPlaintext",
          "GenerateDataKeyWithoutPlaintext",
          "GenerateEmbedUrlForAnonymousUser",
          "GenerateEmbedUrlForRegisteredUser",
          "GenerateEmbedUrlForRegisteredUserWithIdentity",
          "GenerateMac",
          "GenerateMobileSdkReleaseUrl",
          "GenerateQuery",
          "GenerateRandom",
          "OptimizePrompt",
          "PhoneNumberValidate",
          "PreviewAgents",
          "PreviewPrivacyImpact",
          "Probe",
          "ReEncrypt",
          "ReEncryptData",
          "RecognizeCelebrities",
          "RenderMessageTemplate",
          "RenderUiTemplate",
          "Sign",
          "SynthesizeSpeech",
          "TestAuthorization",
          "TestCustomDataIdentifier",
          "TestEventPattern",
          "TestMetricFilter",
          "TestRenderEmailTemplate",
          "TestRenderTemplate",
          "TestTransformer",
          "Verify",
          "VerifyAuthRequestCryptogram",
          "VerifyCardValidationData",
          "VerifyDevicePosition",
          "VerifyDnsConfiguration",
          "VerifyMac",
          "VerifyPinData");

  /**
   * Verbs of operations that set a state, which is the same after the second time. Only with these
   * does PUT, an idempotent method by RFC 9110, keep its promise: some services create something or
   * set something off with each PUT. An unknown verb is taken for one of those.
   */
  private static final Set<String> SETTING =
      Set.of(
          "Accept",
          "Activate",
          "Apply",
          "Associate",
          "Attach",
          "Cancel",
          "Configure",
          "Copy",
          "Deactivate",
          "Delete",
          "Deregister",
          "Detach",
          "Disable",
          "Disassociate",
          "Enable",
          "Modify",
          "Put",
          "Reject",
          "Remove",
          "Rename",
          "Revoke",
          "Set",
          "Stop",
          "Tag",
          "Take",
          "Untag",
          "Update",
          "Upgrade",
          "Upload",
          "Validate");

  /** Operations by PUT that set a state, although their verb may mean that they create. */
  private static final Set<String> SETTING_ONCE =
      Set.of("AddThingToBillingGroup", "AddThingToThingGroup", "CreateBucket", "CreateVault");

  /**
   * Operations by PUT that append something each time, although their verb means that they set it.
   */
  private static final Set<String> APPENDING =
      Set.of("BatchPutMetrics", "PutInvocationStep", "PutRecord");

  private RepeatableNames() {}

  /**
   * Whether an operation may be carried out twice by its name.
   *
   * @param name the name of the operation
   * @param put whether its HTTP method is PUT
   */
  static boolean contain(String name, boolean put) {
    if (HARMLESS.contains(name)) {
      return true;
    }
    String verb = verb(name);
    return put
        ? SETTING_ONCE.contains(name) || (SETTING.contains(verb) && !APPENDING.contains(name))
        : VERBS.contains(verb) && !ACTING.contains(name);
  }

  private static String verb(String name) {
    String first = firstWord(name);
    return PREFIXES.contains(first) ? firstWord(name.substring(first.length())) : first;
  }

  private static String firstWord(String name) {
    int end = 1;
    while (end < name.length() && !Character.isUpperCase(name.charAt(end))) {
      end++;
    }
    return name.substring(0, Math.min(end, name.length()));
  }
}
