package io.boto4j.local.sts;

import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The contents of an assertion of a SAML provider. Its signature is not verified. */
final class SamlAssertion {
  private static final String NAMESPACE = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes/";

  private final Document document;

  private SamlAssertion(Document document) {
    this.document = document;
  }

  static SamlAssertion read(String encoded) {
    try {
      byte[] xml = Base64.getMimeDecoder().decode(encoded.getBytes(StandardCharsets.US_ASCII));
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new SamlAssertion(builder.parse(new ByteArrayInputStream(xml)));
    } catch (SAXException
        | IOException
        | ParserConfigurationException
        | IllegalArgumentException e) {
      throw new EngineException("InvalidIdentityTokenException", "Invalid SAML response");
    }
  }

  private @Nullable Element first(String name) {
    NodeList found = document.getElementsByTagNameNS(NAMESPACE, name);
    return found.getLength() > 0 && found.item(0) instanceof Element element ? element : null;
  }

  private @Nullable String attribute(String name) {
    NodeList all = document.getElementsByTagNameNS(NAMESPACE, "Attribute");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element
          && element.getAttribute("Name").equals(ATTRIBUTES + name)) {
        NodeList values = element.getElementsByTagNameNS(NAMESPACE, "AttributeValue");
        return values.getLength() == 0 ? null : values.item(0).getTextContent().trim();
      }
    }
    return null;
  }

  String sessionName() {
    String name = attribute("RoleSessionName");
    if (name == null) {
      throw new EngineException(
          "InvalidIdentityTokenException", "RoleSessionName is required in AuthnResponse");
    }
    return name;
  }

  @Nullable Integer sessionDuration() {
    String duration = attribute("SessionDuration");
    return duration != null && duration.matches("\\d{1,6}") ? Integer.valueOf(duration) : null;
  }

  @Nullable String subject() {
    Element id = first("NameID");
    return id == null ? null : id.getTextContent().trim();
  }

  /** The last part of the format, such as {@code persistent}. */
  @Nullable String subjectType() {
    Element id = first("NameID");
    if (id == null) {
      return null;
    }
    String format = id.getAttribute("Format");
    return format.substring(format.lastIndexOf(':') + 1);
  }

  @Nullable String issuer() {
    NodeList assertions = document.getElementsByTagNameNS(NAMESPACE, "Assertion");
    if (assertions.getLength() > 0 && assertions.item(0) instanceof Element assertion) {
      NodeList issuers = assertion.getElementsByTagNameNS(NAMESPACE, "Issuer");
      if (issuers.getLength() > 0) {
        return issuers.item(0).getTextContent().trim();
      }
    }
    Element issuer = first("Issuer");
    return issuer == null ? null : issuer.getTextContent().trim();
  }

  /** The hash of issuer, account and provider, as the documentation of STS has it. */
  String nameQualifier(String account, String provider) {
    try {
      String friendly = provider.substring(provider.lastIndexOf('/') + 1);
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((issuer() + account + "/" + friendly).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
