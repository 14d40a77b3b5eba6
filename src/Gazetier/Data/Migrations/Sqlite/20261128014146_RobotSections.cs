using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RobotSections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_RobotVisits",
                table: "RobotVisits");

            migrationBuilder.AddColumn<string>(
                name: "Section",
                table: "RobotVisits",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "PK_RobotVisits",
                table: "RobotVisits",
                columns: new[] { "Day", "Robot", "Class", "Section", "Verdict", "Answer" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_RobotVisits",
                table: "RobotVisits");

            migrationBuilder.DropColumn(
                name: "Section",
                table: "RobotVisits");

            migrationBuilder.AddPrimaryKey(
                name: "PK_RobotVisits",
                table: "RobotVisits",
                columns: new[] { "Day", "Robot", "Class", "Verdict", "Answer" });
        }
    }
}
