namespace Gazetier.Features.SingleSignOn;

/// <summary>The provider does not answer, or not with what it should (P-08): nobody's fault here, and the other ways in work.</summary>
public class ProviderAwayException(string why, Exception? inner = null) : Exception(why, inner);

/// <summary>The provider answered, and the answer is not to be trusted (P-03), or says no.</summary>
public class RefusedAnswerException(string why, Exception? inner = null) : Exception(why, inner);
