/** Tests of the compiled models as a whole. */
package io.boto4j.models;
