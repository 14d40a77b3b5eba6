using System.Xml;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>
/// The licence as machines read it, in RSL 1.0: for each place what is free, what is not to be had, and what is to be had by asking. It knows
/// three of our classes (search, ai-train, ai-input). Pure.
/// </summary>
public static class LicenceRsl
{
    public const string Schema = "https://rslstandard.org/rsl";

    private static readonly (RobotClass Class, string Usage)[] Usages =
        [(RobotClass.Search, "search"), (RobotClass.Training, "ai-train"), (RobotClass.Answers, "ai-input")];

    public static byte[] Write(RobotPolicy policy, IReadOnlyList<PolicyPlace> places, Imprint imprint, PublicAddress address) => Text.Xml.Write(xml =>
    {
        xml.WriteStartElement("rsl", Schema);
        foreach (var place in places.Append(new PolicyPlace("/", policy.Paper)))
        {
            xml.WriteStartElement("content");
            xml.WriteAttributeString("url", place.Path + "*");
            WriteTerms(xml, place.Line, address);
            xml.WriteStartElement("copyright");
            xml.WriteAttributeString("type", "organization");
            xml.WriteAttributeString("contactUrl", address.Of("/contact"));
            xml.WriteString(imprint.IdentityLines[0]);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static void WriteTerms(XmlWriter xml, RobotLine line, PublicAddress address)
    {
        xml.WriteStartElement("license");
        WriteUsages(xml, "permits", Usages.Where(usage => IsFree(line, usage.Class)));
        WriteUsages(xml, "prohibits", Usages.Where(usage => !IsFree(line, usage.Class)));
        xml.WriteStartElement("payment");
        xml.WriteAttributeString("type", "free");
        xml.WriteEndElement();
        xml.WriteEndElement();
        if (!Usages.Any(usage => line.For(usage.Class) == RobotChoice.Licensed))
        {
            return;
        }

        xml.WriteStartElement("license");
        WriteUsages(xml, "permits", Usages.Where(usage => line.For(usage.Class) == RobotChoice.Licensed));
        xml.WriteStartElement("payment");
        xml.WriteAttributeString("type", "purchase");
        xml.WriteElementString("custom", Schema, address.Of(SayLicence.Page));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A preview may be searched, and no more: neither training nor answers know of shortness.</summary>
    private static bool IsFree(RobotLine line, RobotClass kind) =>
        line.For(kind) == RobotChoice.Allowed || (kind == RobotClass.Search && line.MaySearch);

    private static void WriteUsages(XmlWriter xml, string element, IEnumerable<(RobotClass Class, string Usage)> usages)
    {
        var said = string.Join(' ', usages.Select(usage => usage.Usage));
        if (said.Length > 0)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("type", "usage");
            xml.WriteString(said);
            xml.WriteEndElement();
        }
    }
}
