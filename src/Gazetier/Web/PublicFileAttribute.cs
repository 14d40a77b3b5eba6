namespace Gazetier.Web;

/// <summary>Declares that an address gives files that are part of the newspaper: what robots may do is said with them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicFileAttribute : Attribute;
